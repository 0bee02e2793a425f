import { Body, Controller, Delete, Get, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CardChange, CardDetail, CardPreview, PhotoChange } from '@num-ecard/contracts/card-editing';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, OwnCard, type SignedInAccount } from '../access/current-account.js';
import { SignedIn } from '../access/requirements.js';
import { Returns } from '../http/returns.decorator.js';
import { CardEditor } from './card-editor.service.js';
import type { Card } from './card.entity.js';
import { contentSecurityPolicy } from './page/theme.js';

/** What an owner may change of a card, whatever the model. */
@ApiTags('owner')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card')
export class CardEditorController {
  constructor(private readonly editor: CardEditor) {}

  @Get()
  @SignedIn()
  @Returns(CardDetail)
  card(@OwnCard() card: Card): Promise<CardDetail> {
    return this.editor.detail(card);
  }

  @Patch()
  @SignedIn()
  @Returns(CardDetail)
  change(@OwnCard() card: Card, @Body({ schema: CardChange }) change: CardChange): Promise<CardDetail> {
    return this.editor.change(card, change);
  }

  @Put('photo')
  @SignedIn()
  @Returns(CardDetail)
  putPhoto(
    @OwnCard() card: Card,
    @Body({ schema: PhotoChange }) { photo }: PhotoChange,
  ): Promise<CardDetail> {
    return this.editor.change(card, { photo });
  }

  @Delete('photo')
  @SignedIn()
  @Returns(CardDetail)
  deletePhoto(@OwnCard() card: Card): Promise<CardDetail> {
    return this.editor.change(card, { photo: null });
  }

  /** The card's page as it would be. Its policy keeps it inert even where it is opened by itself. */
  @Post('preview')
  @SignedIn()
  @ApiOkResponse({ description: "the card's page", content: { 'text/html': { schema: { type: 'string' } } } })
  async preview(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: Card,
    @Body({ schema: CardPreview }) draft: CardPreview,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.editor.preview(account, card, draft);
    const policy = contentSecurityPolicy(draft.profile.color, ["frame-ancestors 'self'", 'sandbox']);
    void reply
      .status(200)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(page);
  }
}
