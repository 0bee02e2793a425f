/** Which days a statistic is asked for: the `from`, `to` and `compare` of a query string. */
import { z } from 'zod';
import { Slug } from './cards.js';
import { COMPARISONS, CROSS_BY, Day, INTERVALS, MAX_PERIOD_DAYS } from './period.js';
import { dayCount } from './period-calendar.js';

export const MAX_CARDS_ASKED = 500;

const PERIOD = {
  from: Day.optional().describe(
    "first day, in the account's time zone; 30 days before the last unless given",
  ),
  to: Day.optional().describe('last day, inclusive; today unless given'),
};
const COMPARE = {
  compare: z
    .enum(COMPARISONS)
    .default('none')
    .describe('adds `previous`: the same for the period before, or for the same period a year before'),
};
export const CARDS = {
  cards: z
    .string()
    .refine(
      (list) => list.split(',', MAX_CARDS_ASKED + 1).length <= MAX_CARDS_ASKED,
      `must be at most ${MAX_CARDS_ASKED} slugs`,
    )
    .refine(
      (list) => list.split(',', MAX_CARDS_ASKED).every((slug) => Slug.safeParse(slug).success),
      'must be slugs, separated by commas',
    )
    .transform((list) => [...new Set(list.split(','))])
    .optional()
    .describe("slugs of the account's cards, separated by commas; all its cards unless given"),
};
export const INTERVAL = { interval: z.enum(INTERVALS).default('day') };

export function withPeriod<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...PERIOD, ...shape }).superRefine((query, context) => {
    const { from, to } = query as { from?: string; to?: string };
    if (from === undefined || to === undefined) return;
    const days = dayCount({ from, to });
    const problem =
      days < 1
        ? '`from` must not be after `to`'
        : days > MAX_PERIOD_DAYS && `must be at most ${MAX_PERIOD_DAYS} days from \`from\` to \`to\``;
    if (problem === false) return;
    for (const path of ['from', 'to']) context.addIssue({ code: 'custom', path: [path], message: problem });
  });
}

/** Of every statistic of one card. */
export const PeriodQuery = withPeriod(COMPARE);
export type PeriodQuery = z.infer<typeof PeriodQuery>;

export const TrendsQuery = withPeriod({ ...COMPARE, ...INTERVAL });
export type TrendsQuery = z.infer<typeof TrendsQuery>;

/** @param cursor the `next` of a page of visits */
export function readCursor(cursor: string) {
  const [at = '', visitId = ''] = cursor.split('.');
  return { beganAt: new Date(Number(at)), visitId };
}

/** Where a page of visits goes on: `next` of the page before. */
const Cursor = z
  .string()
  .regex(/^\d{1,14}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be the `next` of a page before')
  .transform(readCursor);

const PAGE = {
  cursor: Cursor.optional().describe('`next` of the page before'),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'must be a number from 1 to 100')
    .default('50')
    .transform(Number),
};

export const VisitsQuery = withPeriod(PAGE);
export type VisitsQuery = z.infer<typeof VisitsQuery>;

export const ConsolidatedSummaryQuery = z.object(CARDS);
export type ConsolidatedSummaryQuery = z.infer<typeof ConsolidatedSummaryQuery>;

export const ConsolidatedQuery = withPeriod({ ...COMPARE, ...CARDS });
export type ConsolidatedQuery = z.infer<typeof ConsolidatedQuery>;

export const ConsolidatedTrendsQuery = withPeriod({ ...COMPARE, ...INTERVAL, ...CARDS });
export type ConsolidatedTrendsQuery = z.infer<typeof ConsolidatedTrendsQuery>;

export const CardsQuery = withPeriod({ ...COMPARE, ...INTERVAL, ...CARDS });
export type CardsQuery = z.infer<typeof CardsQuery>;

export const ConsolidatedVisitsQuery = withPeriod({ ...PAGE, ...CARDS });
export type ConsolidatedVisitsQuery = z.infer<typeof ConsolidatedVisitsQuery>;

export const CrossQuery = withPeriod({ ...COMPARE, ...CARDS, by: z.enum(CROSS_BY) });
export type CrossQuery = z.infer<typeof CrossQuery>;
