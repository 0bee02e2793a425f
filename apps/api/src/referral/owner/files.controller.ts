import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MetricsQuery } from '@num-ecard/contracts/referral-metrics';
import { RecommendationsFileQuery } from '@num-ecard/contracts/referral';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { FileSlots } from '../../access/file-slots.js';
import { Requires } from '../../access/requirements.js';
import { FILE_TYPES } from '../../documents/file-types.js';
import { ReturnsFile, sendFile, type SentFile } from '../../http/returns-file.decorator.js';
import { MetricsFiles } from './metrics-files.js';
import { OwnId } from './own-id.pipe.js';
import { ReferralFiles } from './referral-files.js';

/** What an owner saves: the list of recommendations, a month's figures, and the proof of a prospect's answer. */
@ApiTags('referral')
@Controller('api/recommendations')
export class ReferralFilesController {
  constructor(
    private readonly files: ReferralFiles,
    private readonly metrics: MetricsFiles,
    private readonly slots: FileSlots,
  ) {}

  @Get('exports/recommendations.csv')
  @Requires('referral')
  @ReturnsFile(FILE_TYPES.csv, 'all that the list would show, one line a recommendation')
  async csv(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: RecommendationsFileQuery }) query: RecommendationsFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(account, reply, FILE_TYPES.csv, () => this.files.csv(account, query, new Date()));
  }

  @Get('exports/recommendations.pdf')
  @Requires('referral')
  @ReturnsFile(FILE_TYPES.pdf, 'the figures of the list and its first recommendations')
  async pdf(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: RecommendationsFileQuery }) query: RecommendationsFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(account, reply, FILE_TYPES.pdf, () => this.files.pdf(account, query, new Date()));
  }

  @Get('exports/metrics.csv')
  @Requires('referral')
  @ReturnsFile(FILE_TYPES.csv, 'twelve months, one line each; the last is the one asked for')
  async metricsCsv(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: MetricsQuery }) { month }: MetricsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(account, reply, FILE_TYPES.csv, () => this.metrics.csv(account, month, new Date()));
  }

  @Get('exports/metrics.pdf')
  @Requires('referral')
  @ReturnsFile(FILE_TYPES.pdf, 'the figures of a month, beside the twelve months that it ends')
  async metricsPdf(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: MetricsQuery }) { month }: MetricsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(account, reply, FILE_TYPES.pdf, () => this.metrics.pdf(account, month, new Date()));
  }

  @Get(':id/consent.pdf')
  @Requires('referral')
  @ReturnsFile(FILE_TYPES.pdf, 'the proof of what the prospect answered; 404 before they did')
  async consent(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(account, reply, FILE_TYPES.pdf, () => this.files.consent(account, id, new Date()));
  }

  private async send(
    { id }: SignedInAccount,
    reply: FastifyReply,
    type: string,
    make: () => Promise<SentFile>,
  ): Promise<void> {
    sendFile(reply, type, await this.slots.take(id, make));
  }
}
