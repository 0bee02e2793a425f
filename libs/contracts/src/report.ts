/** What leaves the dashboard: one report feeds the files and the monthly e-mail, so that a figure cannot differ between them. */
import { z } from 'zod';
import { Locale, TimeZone } from './locale.js';
import { COMPARISONS, CROSS_BY } from './period.js';
import { CARDS, INTERVAL, withPeriod } from './period-query.js';
import { RankedAmbassadors } from './referral-ambassadors.js';
import { ReferralMetrics, ReferralTrend } from './referral-metrics.js';
import {
  UsageCards,
  UsageClicks,
  UsageCross,
  UsageDevices,
  UsageEngagement,
  UsageFiltered,
  UsageGeography,
  UsageHours,
  UsageSources,
} from './usage.js';
import { Day } from './usage-period.js';
import { UsageSummary } from './usage-summary.js';
import { UsageTrends } from './usage-trends.js';

const Range = z.object({ from: Day, to: Day });

/** A month of referrals, as the results screen shows it. */
const ReportReferrals = z.object({
  metrics: ReferralMetrics,
  previous: ReferralMetrics.describe('the month before'),
  trend: ReferralTrend,
  ambassadors: RankedAmbassadors.shape.ambassadors.describe('the best of the month first'),
});

/**
 * The figures of one card or of several as one, over a period. A section is there if and only if the account's model has its feature (and, for
 * `cards` and `cross`, if several cards are reported on). Sections are the API's answers for the same period, unchanged.
 */
export const Report = z
  .object({
    writtenAt: z.iso.datetime(),
    language: Locale,
    timezone: TimeZone,
    account: z.object({ name: z.string(), demo: z.boolean().describe('its visits are made up') }),
    subject: z.object({
      cards: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() })),
      consolidated: z.boolean().describe('several cards as one; else there is exactly one'),
      all: z.boolean().describe('all cards of the account'),
    }),
    period: Range,
    compare: z.enum(COMPARISONS),
    previous: Range.nullable().describe('the period that it is compared with'),
    sections: z.object({
      summary: UsageSummary.describe('of all time and of today, whatever the period'),
      trends: UsageTrends.optional(),
      sources: UsageSources.optional(),
      geography: UsageGeography.optional(),
      clicks: UsageClicks.optional(),
      engagement: UsageEngagement.optional(),
      hours: UsageHours.optional(),
      devices: UsageDevices.optional(),
      filtered: UsageFiltered.optional(),
      cards: UsageCards.optional(),
      cross: z.partialRecord(z.enum(CROSS_BY), UsageCross).optional(),
      referrals: ReportReferrals.optional().describe('in the monthly e-mail alone: files of usage have none'),
    }),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;

const COMPARED = {
  compare: z
    .enum(COMPARISONS)
    .default('none')
    .describe('what the figures stand beside: the period before, the same a year before, or nothing'),
};
/** `summary`: the tables of the report; `visits`: one line a visit (feature `usage.full`). */
export const EXPORT_CONTENTS = ['summary', 'visits'] as const;
const CONTENT = {
  content: z
    .enum(EXPORT_CONTENTS)
    .default('summary')
    .describe(
      '`visits` needs `usage.full`; CSV: one line a visit instead of the tables; Excel: a sheet of them beside the others',
    ),
};

/** `GET /api/cards/:card/exports/usage.{csv,pdf,xlsx}` */
export const UsageExportQuery = withPeriod({ ...COMPARED, ...INTERVAL, ...CONTENT });
export type UsageExportQuery = z.infer<typeof UsageExportQuery>;

/** `GET /api/exports/usage.{csv,pdf,xlsx}` */
export const ConsolidatedExportQuery = withPeriod({
  ...COMPARED,
  ...INTERVAL,
  ...CONTENT,
  ...CARDS,
});
export type ConsolidatedExportQuery = z.infer<typeof ConsolidatedExportQuery>;

/** What a report is asked for by. */
export type ReportQuery = Pick<UsageExportQuery, 'from' | 'to' | 'compare' | 'interval'>;
