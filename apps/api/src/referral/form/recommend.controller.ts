import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NewRecommendation,
  ProofOfWork as SolvedProof,
  RecommendationReceipt,
} from '@num-ecard/contracts/referral-form';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../access/requirements.js';
import type { PublicCard } from '../../cards/public-card.query.js';
import { Edge } from '../../http/edge.js';
import { Returns } from '../../http/returns.decorator.js';
import { BrowserForm, FormCard } from './browser-form.js';
import { ProofOfWork } from './proof-of-work.js';
import { Submissions } from './submissions.js';

const MAX_BODY = 64 * 1024;
const JSON_OR_FORM = ['application/json', 'application/x-www-form-urlencoded'];

/** What the form of a card sends. */
@ApiTags('public')
@Controller('api/cards/:slug/recommendations')
export class RecommendController {
  constructor(
    private readonly submissions: Submissions,
    private readonly proofOfWork: ProofOfWork,
  ) {}

  @Post()
  @Public()
  @Returns(RecommendationReceipt, 201)
  @UseInterceptors(BrowserForm)
  @Edge({ bodyLimit: MAX_BODY, contentTypes: JSON_OR_FORM })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  recommend(
    @FormCard() card: PublicCard,
    @Body({ schema: NewRecommendation }) wanted: NewRecommendation,
    @Headers('idempotency-key') key: string | undefined,
    @Req() { ip }: FastifyRequest,
  ): Promise<RecommendationReceipt> {
    return this.submissions.take(
      card,
      { wanted, key: key?.slice(0, 200) || wanted.idempotencyKey, address: ip },
      new Date(),
    );
  }

  /** A challenge for an entry that is held: solved, it lets the entry through. */
  @Get(':token/proof')
  @Public()
  @UseInterceptors(BrowserForm)
  @ApiOkResponse({ description: 'an ALTCHA challenge', content: { 'application/json': {} } })
  challenge(@FormCard() card: PublicCard, @Param('token') token: string) {
    return this.proofOfWork.challenge(card, token, new Date());
  }

  @Post(':token/proof')
  @Public()
  @HttpCode(204)
  @UseInterceptors(BrowserForm)
  @Edge({ bodyLimit: 8 * 1024, contentTypes: ['application/json'] })
  @ApiNoContentResponse({ description: 'let through' })
  prove(
    @FormCard() card: PublicCard,
    @Param('token') token: string,
    @Body({ schema: SolvedProof }) { payload }: SolvedProof,
  ): Promise<void> {
    return this.proofOfWork.release(card, token, payload, new Date());
  }
}
