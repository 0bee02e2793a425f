import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../access/requirements.js';
import type { Asset } from '../../cards/page/asset.js';
import { recommendForm, recommendLoader, recommendStylesheet } from '../page/recommend-assets.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** What the pages with the form load; their addresses carry a hash of the content. */
@ApiExcludeController()
@Controller()
export class RecommendAssetsController {
  @Get('recommend.css')
  @Public()
  @Header('cache-control', FOR_EVER)
  stylesheet(@Res() reply: FastifyReply): void {
    send(reply, recommendStylesheet);
  }

  @Get('recommend.js')
  @Public()
  @Header('cache-control', FOR_EVER)
  loader(@Res() reply: FastifyReply): void {
    send(reply, recommendLoader);
  }

  @Get('recommend-form.js')
  @Public()
  @Header('cache-control', FOR_EVER)
  form(@Res() reply: FastifyReply): void {
    send(reply, recommendForm);
  }
}

function send(reply: FastifyReply, { contentType, body }: Asset): void {
  void reply.type(contentType).send(body);
}
