import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { NamedLink, NamedLinks as NamedLinksAnswer, NewNamedLink } from '@num-ecard/contracts/usage';
import { OwnCard } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import type { Card } from '../cards/card.entity.js';
import { Returns } from '../http/returns.decorator.js';
import { NamedLinks } from './named-links.js';

@ApiTags('usage')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card/links')
export class LinksController {
  constructor(private readonly links: NamedLinks) {}

  @Get()
  @Requires('usage.sources')
  @Returns(NamedLinksAnswer)
  async list(@OwnCard() card: Card): Promise<NamedLinksAnswer> {
    return { links: await this.links.ofCard(card) };
  }

  @Post()
  @Requires('usage.sources')
  @Returns(NamedLink, 201)
  add(@OwnCard() card: Card, @Body({ schema: NewNamedLink }) { label }: NewNamedLink): Promise<NamedLink> {
    return this.links.add(card, label);
  }

  @Delete(':code')
  @Requires('usage.sources')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'deleted; its visits stay counted' })
  remove(@OwnCard() card: Card, @Param('code') code: string): Promise<void> {
    return this.links.remove(card, code);
  }
}
