import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { AdminReports, AdminReportsQuery } from '@num-ecard/contracts/monthly-report';
import { Month } from '@num-ecard/contracts/referral-metrics';
import { z } from 'zod';
import { Operator } from '../../access/requirements.js';
import { Returns } from '../../http/returns.decorator.js';
import { ReportDeliveries } from './report-deliveries.js';

const Id = z.uuid();

@ApiTags('operator')
@Controller('api/admin/reports')
export class ReportsAdminController {
  constructor(private readonly deliveries: ReportDeliveries) {}

  @Get()
  @Operator()
  @Returns(AdminReports)
  read(@Query({ schema: AdminReportsQuery }) { month }: AdminReportsQuery): Promise<AdminReports> {
    return this.deliveries.ofMonth(month);
  }

  @Post(':accountId/:month/retry')
  @Operator()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'queued' })
  retry(
    @Param('accountId', { schema: Id }) accountId: string,
    @Param('month', { schema: Month }) month: string,
  ): Promise<void> {
    return this.deliveries.retry(accountId, month);
  }
}
