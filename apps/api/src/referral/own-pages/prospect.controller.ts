import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { negotiateLocale } from '@num-ecard/contracts/locale';
import { ConsentAnswer } from '@num-ecard/contracts/referral-form';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../access/requirements.js';
import { Edge } from '../../http/edge.js';
import { type ConsentState, renderConsentPage } from '../page/consent-page.js';
import type { Recommendation } from '../store/recommendation.entity.js';
import { PageCards } from './page-cards.js';
import { ProspectAnswers } from './prospect-answers.js';
import { sendPage, sendUnknownLink } from './send-page.js';

/** `confirm`: asks again before what cannot be undone. `done`: what was just chosen. */
const PageQuery = z.object({
  confirm: z.enum(['erase', 'object']).optional().catch(undefined),
  done: z.literal('object').optional().catch(undefined),
});

/** The prospect's own page. Its address is all that opens it; it is forwarded by the ambassador. */
@ApiExcludeController()
@Controller('r/:token')
export class ProspectController {
  constructor(
    private readonly answers: ProspectAnswers,
    private readonly cards: PageCards,
  ) {}

  @Get()
  @Public()
  async page(
    @Param('token') token: string,
    @Query({ schema: PageQuery }) { confirm, done }: z.infer<typeof PageQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const locale = negotiateLocale(request.headers['accept-language']);
    const record = await this.answers.find(token);
    const card = record && (await this.cards.of(record.accountId, record.cardId));
    if (record === null || card === null) return sendUnknownLink(reply, locale);
    const page = renderConsentPage(card.view, {
      locale,
      path: `/r/${token}`,
      state: stateOf(record, done === 'object'),
      ambassador: record.ambassadorName,
      confirm,
      answeredAt: record.consentAt,
      timezone: card.timezone,
    });
    sendPage(reply, card.view, page);
  }

  @Post()
  @Public()
  @Edge({ bodyLimit: 1024, contentTypes: ['application/x-www-form-urlencoded'] })
  async answer(
    @Param('token') token: string,
    @Body({ schema: ConsentAnswer }) { choice }: z.infer<typeof ConsentAnswer>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const locale = negotiateLocale(request.headers['accept-language']);
    const record = await this.answers.find(token);
    if (record === null) return sendUnknownLink(reply, locale);
    await this.answers.answer(record, choice, locale, new Date());
    const isObjected = choice === 'object' || record.held === 'objection';
    void reply
      .header('cache-control', 'no-store')
      .redirect(`/r/${token}${isObjected ? '?done=object' : ''}`, 303);
  }
}

function stateOf({ held, erasedAt, consent }: Recommendation, isObjected: boolean): ConsentState {
  if (erasedAt !== null && isObjected) return 'objected';
  // Of somebody who had objected before: as any other, until they answer. An ambassador who opens it must not learn of it.
  if (held === 'objection') return 'asked';
  if (erasedAt !== null) return 'erased';
  if (consent === 'given') return 'yes';
  return consent === 'refused' || consent === 'revoked' ? 'no' : 'asked';
}
