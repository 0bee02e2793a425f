import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/requirements.js';
import type { Asset } from './page/asset.js';
import { cardScript } from './page/card-script.js';
import { cardStylesheet } from './page/card-stylesheet.js';

/** What the card pages load; their addresses carry a hash of the content. */
@ApiExcludeController()
@Controller()
export class PageAssetsController {
  @Get('card.css')
  @Public()
  @Header('cache-control', 'public, max-age=31536000, immutable')
  stylesheet(@Res() reply: FastifyReply): void {
    send(reply, cardStylesheet);
  }

  @Get('card.js')
  @Public()
  @Header('cache-control', 'public, max-age=31536000, immutable')
  script(@Res() reply: FastifyReply): void {
    send(reply, cardScript);
  }
}

function send(reply: FastifyReply, { contentType, body }: Asset): void {
  void reply.type(contentType).send(body);
}
