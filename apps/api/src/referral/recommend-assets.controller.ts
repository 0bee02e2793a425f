import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/requirements.js';
import { recommendStylesheet } from './page/recommend-assets.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** What the pages with the form load; their addresses carry a hash of the content. */
@ApiExcludeController()
@Controller()
export class RecommendAssetsController {
  @Get('recommend.css')
  @Public()
  @Header('cache-control', FOR_EVER)
  stylesheet(@Res() reply: FastifyReply): void {
    void reply.type(recommendStylesheet.contentType).send(recommendStylesheet.body);
  }
}
