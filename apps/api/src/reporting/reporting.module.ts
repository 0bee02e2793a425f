import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ReferralModule } from '../referral/index.js';
import { TrackingModule } from '../tracking/index.js';
import { ConsolidatedExportsController } from './consolidated-exports.controller.js';
import { ExportSlots } from './export-slots.js';
import { UsageExportsController } from './usage-exports.controller.js';
import { UsageFiles } from './usage-files.js';

/** What leaves the dashboard: files and the monthly e-mail. The one place where both systems' figures meet. */
@Module({
  imports: [AccessModule, TrackingModule, ReferralModule],
  controllers: [UsageExportsController, ConsolidatedExportsController],
  providers: [UsageFiles, ExportSlots],
})
export class ReportingModule {}
