import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../notifications/notifications.module.js';
import { ReportDeliveries } from './report-deliveries.js';

/** Apart from the rest of reporting: the operator's commands need no more of it. */
@Module({ imports: [NotificationsModule], providers: [ReportDeliveries], exports: [ReportDeliveries] })
export class ReportDeliveriesModule {}
