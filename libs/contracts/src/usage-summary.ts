/** The totals of the usage statistics. Apart from the others: the dashboard's first page needs them alone. */
import { z } from 'zod';
import { Count } from './usage-period.js';
import { Target } from './usage-vocabulary.js';

/** `GET /api/cards/:card/stats/summary`. "Today" is the account's day. */
export const UsageSummary = z
  .object({
    views: z.object({ total: Count, today: Count }),
    clicks: z.object({
      total: Count,
      today: Count,
      byTarget: z
        .array(z.object({ target: Target, total: Count, today: Count }))
        .describe('most clicked first; the contact buttons are always there'),
    }),
    lastVisitAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'UsageSummary' });
export type UsageSummary = z.infer<typeof UsageSummary>;
