/** Answers of the usage statistics. */
import { z } from 'zod';
import { Target } from './usage-vocabulary.js';

const Count = z.int().min(0);

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
