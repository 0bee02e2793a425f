import { AccountExternalId } from '../accounts/account-external-id.entity.js';
import { Account } from '../accounts/account.entity.js';
import { ApiKey } from '../accounts/api-key.entity.js';
import { CardAddress } from '../cards/card-address.entity.js';
import { CardPhoto } from '../cards/card-photo.entity.js';
import { Card } from '../cards/card.entity.js';
import { MailDelivery } from '../notifications/mail/mail-delivery.entity.js';
import { Notice } from '../notifications/notices/notice.entity.js';
import { PushHeld } from '../notifications/push/push-held.entity.js';
import { PushSubscription } from '../notifications/push/push-subscription.entity.js';
import { Ambassador } from '../referral/store/ambassador.entity.js';
import { RecommendationHistory } from '../referral/store/recommendation-history.entity.js';
import { RecommendationReminder } from '../referral/store/recommendation-reminder.entity.js';
import { Recommendation } from '../referral/store/recommendation.entity.js';
import { ReferralLink } from '../referral/store/referral-link.entity.js';
import { ReferralObjection } from '../referral/store/referral-objection.entity.js';
import { MonthlyReport } from '../reporting/monthly/monthly-report.entity.js';
import { TrackingEventId } from '../tracking/store/tracking-event-id.entity.js';
import { TrackingEvent } from '../tracking/store/tracking-event.entity.js';
import { NamedLink } from '../tracking/store/named-link.entity.js';
import { TrackingVisit } from '../tracking/store/tracking-visit.entity.js';
import { UsageClosedBreakdown } from '../tracking/store/usage-closed-breakdown.entity.js';
import { UsageClosedCards } from '../tracking/store/usage-closed-cards.entity.js';
import { UsageDayBreakdown } from '../tracking/store/usage-day-breakdown.entity.js';
import { UsageDay } from '../tracking/store/usage-day.entity.js';
import { UsageIncrement } from '../tracking/store/usage-increment.entity.js';
import { UsageNews } from '../tracking/store/usage-news.entity.js';
import { UsageOpenBreakdown } from '../tracking/store/usage-open-breakdown.entity.js';
import { UsageOpenCards } from '../tracking/store/usage-open-cards.entity.js';
import { UsageVisitor } from '../tracking/store/usage-visitor.entity.js';
import { VisitorSalt } from '../tracking/store/visitor-salt.entity.js';

/** Every entity: an explicit list, so that the drift test sees all of them. */
export const ENTITIES = [
  Account,
  AccountExternalId,
  Ambassador,
  ApiKey,
  Card,
  CardAddress,
  CardPhoto,
  MailDelivery,
  MonthlyReport,
  NamedLink,
  Notice,
  PushHeld,
  PushSubscription,
  Recommendation,
  RecommendationHistory,
  RecommendationReminder,
  ReferralLink,
  ReferralObjection,
  TrackingEvent,
  TrackingEventId,
  TrackingVisit,
  UsageClosedBreakdown,
  UsageClosedCards,
  UsageDay,
  UsageDayBreakdown,
  UsageIncrement,
  UsageNews,
  UsageOpenBreakdown,
  UsageOpenCards,
  UsageVisitor,
  VisitorSalt,
];
