/** What the screens of referrals show, kept in their addresses; read without the contract, which the first page does not bring. */
import { z } from 'zod';
import { UsageSearch } from './usage-search';

export const ResultsSearch = z.object({
  /** `YYYY-MM`; without it, this month. */
  month: z
    .string()
    .regex(/^2\d\d\d-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

export const AmbassadorsSearch = UsageSearch.pick({ period: true, from: true, to: true }).extend({
  /** `all`: every one known, by name. */
  show: z.literal('all').optional().catch(undefined),
  /** Whose particulars are open. */
  ambassador: z.uuid().optional().catch(undefined),
});
export type AmbassadorsSearch = z.infer<typeof AmbassadorsSearch>;
