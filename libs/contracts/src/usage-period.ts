/** What the answers of the usage statistics have in common: figures, over a period. */
import { z } from 'zod';

export const Count = z.int().min(0);
export const Milliseconds = z.int().min(0);
/** `YYYY-MM-DD`; of the period before one that was asked for it may be any. */
export const Day = z.iso.date();

/** What is told of a part of the visits: their number, the visitors they brought, the clicks made in them. */
export const FIGURES = { views: Count, visitors: Count, clicks: Count };

/**
 * An answer for a period: `period` says which days it is about, and `previous` is the same of the period that it is compared
 * with, when a comparison was asked for.
 */
export function overPeriod<Shape extends z.ZodRawShape>(id: string, shape: Shape) {
  const answer = z.object({ period: z.object({ from: Day, to: Day }), ...shape });
  return answer.extend({ previous: answer.optional() }).meta({ id });
}
