import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  MonthlyPreview,
  MonthlyPreviewQuery,
  MonthlyState,
  SendMonthlyReport,
  SentMonthlyReport,
} from '@num-ecard/contracts/monthly-report';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { InPerson, Requires } from '../../access/requirements.js';
import { Returns } from '../../http/returns.decorator.js';
import { OwnReports } from './own-reports.js';

@ApiTags('usage')
@Controller('api/reports/monthly')
export class MonthlyController {
  constructor(private readonly reports: OwnReports) {}

  @Get()
  @Requires('report.monthly')
  @Returns(MonthlyPreview)
  preview(
    @CurrentAccount() { id }: SignedInAccount,
    @Query({ schema: MonthlyPreviewQuery }) { month }: MonthlyPreviewQuery,
  ): Promise<MonthlyPreview> {
    return this.reports.preview(id, month, new Date());
  }

  @Get('state')
  @Requires('report.monthly')
  @Returns(MonthlyState)
  state(@CurrentAccount() { id }: SignedInAccount): Promise<MonthlyState> {
    return this.reports.state(id, new Date());
  }

  /** In person, for it sends an e-mail; and so the model is asked for by the service. */
  @Post('send')
  @InPerson()
  @HttpCode(202)
  @Returns(SentMonthlyReport, 202)
  send(
    @CurrentAccount() { id }: SignedInAccount,
    @Body({ schema: SendMonthlyReport }) { month }: SendMonthlyReport,
  ): Promise<SentMonthlyReport> {
    return this.reports.sendNow(id, month, new Date());
  }
}
