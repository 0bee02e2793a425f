import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecommendationsFileQuery } from '@num-ecard/contracts/referral';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { Requires } from '../../access/requirements.js';
import { ReturnsFile, sendFile } from '../../http/returns-file.decorator.js';
import { OwnId } from './own-id.pipe.js';
import { ReferralFiles } from './referral-files.js';

/** What an owner saves: the list of recommendations, and the proof of a prospect's answer. */
@ApiTags('referral')
@Controller('api/recommendations')
export class ReferralFilesController {
  constructor(private readonly files: ReferralFiles) {}

  @Get('exports/recommendations.csv')
  @Requires('referral')
  @ReturnsFile('text/csv', 'all that the list would show, one line a recommendation')
  async csv(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: RecommendationsFileQuery }) query: RecommendationsFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, 'text/csv; charset=utf-8', await this.files.csv(account, query, new Date()));
  }

  @Get('exports/recommendations.pdf')
  @Requires('referral')
  @ReturnsFile('application/pdf', 'the figures of the list and its first recommendations')
  async pdf(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: RecommendationsFileQuery }) query: RecommendationsFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, 'application/pdf', await this.files.pdf(account, query, new Date()));
  }

  @Get(':id/consent.pdf')
  @Requires('referral')
  @ReturnsFile('application/pdf', 'the proof of what the prospect answered; 404 before they did')
  async consent(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, 'application/pdf', await this.files.consent(account, id, new Date()));
  }
}
