import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CardsModule } from '../cards/cards.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { NoticesModule } from '../notifications/notices/notices.module.js';
import { AmbassadorBook } from './owner/ambassador-book.js';
import { AmbassadorsController } from './owner/ambassadors.controller.js';
import { CrmController } from './owner/crm.controller.js';
import { ReferralFilesController } from './owner/files.controller.js';
import { LiveReferrals } from './owner/live-referrals.js';
import { AmbassadorAnswers } from './own-pages/ambassador-answers.js';
import { AmbassadorController } from './own-pages/ambassador.controller.js';
import { PageCards } from './own-pages/page-cards.js';
import { ProspectAnswers } from './own-pages/prospect-answers.js';
import { ProspectController } from './own-pages/prospect.controller.js';
import { MetricsController } from './owner/metrics.controller.js';
import { PersonalDataController } from './owner/personal-data.controller.js';
import { PersonalData } from './owner/personal-data.js';
import { RecommendAssetsController } from './form/recommend-assets.controller.js';
import { RecommendController } from './form/recommend.controller.js';
import { RecommendPart } from './form/recommend-part.js';
import { RecommendationAttention } from './owner/recommendation-attention.js';
import { RecommendationChanges } from './owner/recommendation-changes.js';
import { RecommendationReader } from './owner/recommendation-reader.js';
import { MetricsFiles } from './owner/metrics-files.js';
import { ReferralFiles } from './owner/referral-files.js';
import { ReferralLinks } from './referral-links.js';
import { ReferralStatistics } from './referral-statistics.js';
import { ReferralUpkeep } from './store/referral-upkeep.js';
import { Announcement } from './form/announcement.js';
import { ProofOfWork } from './form/proof-of-work.js';
import { Submissions } from './form/submissions.js';
import { ViaAmbassador } from './form/via-ambassador.js';

/** Referral tracking: the form, the prospects, the ambassadors. Of the model Force de Vente only. */
@Module({
  imports: [AccessModule, CardsModule, NoticesModule, NotificationsModule],
  controllers: [
    RecommendController,
    RecommendAssetsController,
    ProspectController,
    AmbassadorController,
    MetricsController,
    AmbassadorsController,
    PersonalDataController,
    ReferralFilesController,
    CrmController,
  ],
  providers: [
    ReferralLinks,
    ViaAmbassador,
    LiveReferrals,
    Announcement,
    Submissions,
    ProofOfWork,
    RecommendPart,
    PageCards,
    ProspectAnswers,
    AmbassadorAnswers,
    AmbassadorBook,
    PersonalData,
    RecommendationAttention,
    RecommendationChanges,
    RecommendationReader,
    ReferralStatistics,
    ReferralUpkeep,
    ReferralFiles,
    MetricsFiles,
  ],
  exports: [
    ReferralStatistics,
    // For the demo, which has made-up prospects go the way of everybody's.
    ReferralLinks,
    ViaAmbassador,
    Announcement,
    RecommendationChanges,
    ReferralUpkeep,
  ],
})
export class ReferralModule {}
