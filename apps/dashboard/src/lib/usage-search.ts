/** What a usage screen shows, kept in its address: reload, back, a shared link and two tabs each show the same. */
import { Slug } from '@num-ecard/contracts/cards';
import { COMPARISONS, Day, INTERVALS } from '@num-ecard/contracts/period';
import { type DayRange, dayCount } from '@num-ecard/contracts/period-calendar';
import { z } from 'zod';
import { DEFAULT_PERIOD, PERIODS } from './period';

/** In the place of a card: all of the account's, as one. No slug looks like it. */
export const EVERY_CARD = '*';

export const DEFAULT_COMPARISON = 'previous';

/** What the address does not say, or says wrongly, is the default; the default is not said. */
const orDefault = <Schema extends z.ZodType>(schema: Schema, usual?: z.output<Schema>) =>
  schema
    .transform((value) => (value === usual ? undefined : value))
    .optional()
    .catch(undefined);

export const UsageSearch = z.object({
  card: orDefault(z.union([z.literal(EVERY_CARD), Slug])),
  period: orDefault(z.enum(PERIODS), DEFAULT_PERIOD),
  /** With `period=custom` only. */
  from: orDefault(Day),
  to: orDefault(Day),
  compare: orDefault(z.enum(COMPARISONS), DEFAULT_COMPARISON),
  interval: orDefault(z.enum(INTERVALS)),
  /** A country (ISO 3166-1) or a region (ISO 3166-2) whose places are shown. */
  area: orDefault(z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/)),
});
export type UsageSearch = z.infer<typeof UsageSearch>;

/** The days picked by hand; none where they make no range. */
export function chosenDays({ from, to }: UsageSearch, most: number): DayRange | undefined {
  if (from === undefined || to === undefined) return undefined;
  const days = dayCount({ from, to });
  return days >= 1 && days <= most ? { from, to } : undefined;
}
