import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { UsageExportQuery } from '@num-ecard/contracts/report';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, OwnCard, type SignedInAccount } from '../access/current-account.js';
import { Requires } from '../access/requirements.js';
import { ReturnsFile, sendFile } from '../http/returns-file.decorator.js';
import { FILE_TYPES } from '../documents/file-types.js';
import { type ReportedCard, UsageFiles } from './usage-files.js';

/** One card's figures as files. */
@ApiTags('usage')
@ApiParam({ name: 'card', description: "the card's id or slug" })
@Controller('api/cards/:card/exports')
export class UsageExportsController {
  constructor(private readonly files: UsageFiles) {}

  @Get('usage.csv')
  @Requires('export.csv')
  @ReturnsFile(FILE_TYPES.csv, 'the tables of the report, or one line a visit')
  async csv(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: ReportedCard,
    @Query({ schema: UsageExportQuery }) query: UsageExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, FILE_TYPES.csv, await this.files.csv(account, this.files.ofCard(account, card), query));
  }

  @Get('usage.pdf')
  @Requires('export.pdf')
  @ReturnsFile(FILE_TYPES.pdf, 'the report, to read and to hand over')
  async pdf(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: ReportedCard,
    @Query({ schema: UsageExportQuery }) query: UsageExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, FILE_TYPES.pdf, await this.files.pdf(account, this.files.ofCard(account, card), query));
  }

  @Get('usage.xlsx')
  @Requires('export.xlsx')
  @ReturnsFile(FILE_TYPES.xlsx, 'the report as sheets')
  async xlsx(
    @CurrentAccount() account: SignedInAccount,
    @OwnCard() card: ReportedCard,
    @Query({ schema: UsageExportQuery }) query: UsageExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, FILE_TYPES.xlsx, await this.files.xlsx(account, this.files.ofCard(account, card), query));
  }
}
