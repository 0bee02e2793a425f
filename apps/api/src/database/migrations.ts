import { AccountsAndCards1795000000001 } from './migrations/1-accounts-and-cards.js';
import { Referrals1795000000011 } from './migrations/11-referrals.js';
import { PushSubscriptions1795000000012 } from './migrations/12-push-subscriptions.js';
import { Notices1795000000013 } from './migrations/13-notices.js';
import { MonthlyReports1795000000014 } from './migrations/14-monthly-reports.js';
import { RecommendationsTold1795000000015 } from './migrations/15-recommendations-told.js';
import { SignIn1795000000002 } from './migrations/2-sign-in.js';
import { UsageTracking1795000000003 } from './migrations/3-usage-tracking.js';
import { UsageStatistics1795000000004 } from './migrations/4-usage-statistics.js';
import { UsageIncrements1795000000005 } from './migrations/5-usage-increments.js';
import { UsageOpenDays1795000000006 } from './migrations/6-usage-open-days.js';
import { UsageCardsTotals1795000000007 } from './migrations/7-usage-cards-totals.js';
import { UsageCardsGrains1795000000008 } from './migrations/8-usage-cards-grains.js';
import { UsageOverAllCards1795000000010 } from './migrations/10-usage-over-all-cards.js';
import { AccountSettings1795000000009 } from './migrations/9-account-settings.js';

/** Every migration, oldest first. A new one is added at the end and never changed once it has landed. */
export const MIGRATIONS = [
  AccountsAndCards1795000000001,
  SignIn1795000000002,
  UsageTracking1795000000003,
  UsageStatistics1795000000004,
  UsageIncrements1795000000005,
  UsageOpenDays1795000000006,
  UsageCardsTotals1795000000007,
  UsageCardsGrains1795000000008,
  AccountSettings1795000000009,
  UsageOverAllCards1795000000010,
  Referrals1795000000011,
  PushSubscriptions1795000000012,
  Notices1795000000013,
  MonthlyReports1795000000014,
  RecommendationsTold1795000000015,
];
