import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { ReferralModule } from '../referral/index.js';
import { TrackingModule } from '../tracking/index.js';
import { ConsolidatedExportsController } from './consolidated-exports.controller.js';
import { MonthlyController } from './monthly/monthly.controller.js';
import { MonthlyDispatch } from './monthly/monthly-dispatch.js';
import { MonthlyReports } from './monthly/monthly-reports.js';
import { OwnReports } from './monthly/own-reports.js';
import { ReportDeliveriesModule } from './monthly/report-deliveries.module.js';
import { ReportsAdminController } from './monthly/reports-admin.controller.js';
import { UnsubscribeController } from './monthly/unsubscribe.controller.js';
import { UsageExportsController } from './usage-exports.controller.js';
import { UsageFiles } from './usage-files.js';

/** What leaves the dashboard: files and the monthly e-mail. The one place where both systems' figures meet. */
@Module({
  imports: [AccessModule, NotificationsModule, ReportDeliveriesModule, TrackingModule, ReferralModule],
  controllers: [
    UsageExportsController,
    ConsolidatedExportsController,
    MonthlyController,
    ReportsAdminController,
    UnsubscribeController,
  ],
  providers: [UsageFiles, MonthlyReports, MonthlyDispatch, OwnReports],
})
export class ReportingModule {}
