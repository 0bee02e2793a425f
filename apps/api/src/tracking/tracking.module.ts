import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CardsModule } from '../cards/cards.module.js';
import { GeoModule } from '../geo/geo.module.js';
import { NoticesModule } from '../notifications/notices/notices.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { ClicksController } from './clicks.controller.js';
import { ComparedCardsController } from './compared-cards.controller.js';
import { ConsolidatedController } from './consolidated.controller.js';
import { CrossController } from './cross.controller.js';
import { DevicesController } from './devices.controller.js';
import { EngagementController } from './engagement.controller.js';
import { FilteredController } from './filtered.controller.js';
import { GeographyController } from './geography.controller.js';
import { HoursController } from './hours.controller.js';
import { Ingest } from './ingest/ingest.service.js';
import { LinksController } from './links.controller.js';
import { LiveUsageSource } from './live-usage.js';
import { NamedLinks } from './named-links.js';
import { UsageNotices } from './notices/usage-notices.js';
import { SourcesController } from './sources.controller.js';
import { EventWriter } from './store/event-writer.js';
import { StoreUpkeep } from './store/store-upkeep.js';
import { UsageClosing } from './store/usage-closing.js';
import { UsageErasure } from './store/usage-erasure.js';
import { UsageMerging } from './store/usage-merging.js';
import { UsageRebuild } from './store/usage-rebuild.js';
import { VisitorSalts } from './store/visitor-salts.js';
import { SummaryController } from './summary.controller.js';
import { TrackController } from './track.controller.js';
import { TrackerController } from './tracker.controller.js';
import { TrendsController } from './trends.controller.js';
import { UsageAdminController } from './usage-admin.controller.js';
import { UsageKeeping } from './usage-keeping.js';
import { UsageStatistics } from './usage-statistics.js';
import { VisitsController } from './visits.controller.js';

/** Usage tracking: what anonymous visitors do on a card, and what its owner is told of it. */
@Module({
  imports: [AccessModule, CardsModule, GeoModule, NoticesModule, NotificationsModule],
  controllers: [
    TrackController,
    TrackerController,
    SummaryController,
    TrendsController,
    GeographyController,
    SourcesController,
    EngagementController,
    ClicksController,
    DevicesController,
    HoursController,
    VisitsController,
    FilteredController,
    ConsolidatedController,
    ComparedCardsController,
    CrossController,
    LinksController,
    UsageAdminController,
  ],
  providers: [
    Ingest,
    EventWriter,
    VisitorSalts,
    UsageClosing,
    UsageErasure,
    UsageKeeping,
    UsageMerging,
    UsageNotices,
    UsageRebuild,
    StoreUpkeep,
    UsageStatistics,
    NamedLinks,
    LiveUsageSource,
  ],
  exports: [UsageStatistics, UsageKeeping, Ingest],
})
export class TrackingModule {}
