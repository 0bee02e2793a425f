/** What referrals have brought, month by month. Feature `referral`. */
import { z } from 'zod';

export const Month = z
  .string()
  .regex(/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/, 'must be a month such as 2026-11')
  .meta({ id: 'Month', example: '2026-11' });

/** `GET /api/recommendations/metrics` and `…/trend` */
export const MetricsQuery = z.object({
  month: Month.optional().describe("this month in the account's time zone unless given"),
});
export type MetricsQuery = z.infer<typeof MetricsQuery>;

const Rate = z.number().min(0).max(1).nullable().describe('0 to 1; null for none received');

export const ReferralMetrics = z
  .object({
    month: Month,
    cohort: z
      .object({
        received: z.int(),
        contacted: z.int(),
        appointments: z.int(),
        converted: z.int(),
        lost: z.int(),
        rate: Rate,
      })
      .describe('those received in the month, and what became of them so far'),
    activity: z
      .object({ contacted: z.int(), converted: z.int() })
      .describe('contacts and conversions of the month, whenever received'),
    medianHoursToContact: z.number().nullable(),
    contactedWithin24h: Rate,
    convertedValueCents: z.int(),
  })
  .meta({ id: 'ReferralMetrics' });
export type ReferralMetrics = z.infer<typeof ReferralMetrics>;

/** Twelve months, oldest first; the last is the one asked for. */
export const ReferralTrend = z.object({ months: z.array(ReferralMetrics) }).meta({ id: 'ReferralTrend' });
export type ReferralTrend = z.infer<typeof ReferralTrend>;
