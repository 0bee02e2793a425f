/** The visits over time. Apart from the other answers: the dashboard's first page has some. */
import { z } from 'zod';
import { INTERVALS } from './period.js';
import { Day, FIGURES, Milliseconds, overPeriod } from './usage-period.js';

const Totals = z.object({ ...FIGURES, engagedMs: Milliseconds });

/** `GET …/stats/trends` */
export const UsageTrends = overPeriod('UsageTrends', {
  interval: z.enum(INTERVALS),
  points: z
    .array(
      z.object({
        start: Day.describe('the day; the Monday of the week; the first of the month'),
        ...FIGURES,
        engagedMs: Milliseconds,
      }),
    )
    .describe('every one that the period touches; only days of the period are counted'),
  totals: Totals,
});
export type UsageTrends = z.infer<typeof UsageTrends>;
