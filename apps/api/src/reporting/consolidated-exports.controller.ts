import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConsolidatedExportQuery } from '@num-ecard/contracts/report';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import { ReturnsFile, sendFile } from '../http/returns-file.decorator.js';
import { FILE_TYPES } from '../documents/file-types.js';
import { UsageFiles } from './usage-files.js';

/** The same files over all of an account's cards, or some. */
@ApiTags('usage')
@Controller('api/exports')
export class ConsolidatedExportsController {
  constructor(private readonly files: UsageFiles) {}

  @Get('usage.csv')
  @Requires('export.csv', 'usage.consolidated')
  @ReturnsFile(FILE_TYPES.csv, 'the tables of the report, or one line a visit')
  async csv(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedExportQuery }) query: ConsolidatedExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const subject = await this.files.ofCards(account, query.cards);
    sendFile(reply, FILE_TYPES.csv, await this.files.csv(account, subject, query));
  }

  @Get('usage.pdf')
  @Requires('export.pdf', 'usage.consolidated')
  @ReturnsFile(FILE_TYPES.pdf, 'the report, to read and to hand over')
  async pdf(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedExportQuery }) query: ConsolidatedExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const subject = await this.files.ofCards(account, query.cards);
    sendFile(reply, FILE_TYPES.pdf, await this.files.pdf(account, subject, query));
  }

  @Get('usage.xlsx')
  @Requires('export.xlsx', 'usage.consolidated')
  @ReturnsFile(FILE_TYPES.xlsx, 'the report as sheets')
  async xlsx(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: ConsolidatedExportQuery }) query: ConsolidatedExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const subject = await this.files.ofCards(account, query.cards);
    sendFile(reply, FILE_TYPES.xlsx, await this.files.xlsx(account, subject, query));
  }
}
