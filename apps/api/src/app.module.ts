import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { CardsModule } from './cards/cards.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthModule } from './health/health.module.js';
import { LiveModule } from './notifications/live/live.module.js';
import { MailModule } from './notifications/mail/mail.module.js';
import { NoticesDeliveryModule } from './notifications/notices/notices-delivery.module.js';
import { PushDeliveryModule } from './notifications/push/push-delivery.module.js';
import { ReferralModule } from './referral/index.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { TrackingModule } from './tracking/index.js';

/** The table of contents. */
@Module({})
export class AppModule {
  static of(config: Config, extra: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.connected(),
        ScheduleModule.forRoot(),
        AccessModule,
        AccountsModule,
        CardsModule,
        TrackingModule,
        ReferralModule,
        ReportingModule,
        MailModule,
        PushDeliveryModule,
        NoticesDeliveryModule,
        LiveModule,
        HealthModule,
        ...extra,
        DashboardModule,
      ],
    };
  }
}
