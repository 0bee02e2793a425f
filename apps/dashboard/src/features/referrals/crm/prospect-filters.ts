import { RecommendationsQuery } from '@num-ecard/contracts/referral';
import { z } from 'zod';
import type { ProspectSearch } from '../../../lib/prospect-search';

const { q, status, consent, from, to, dated, reached, ambassador } = RecommendationsQuery.shape;

/** What the address says wrongly is as if it said nothing. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const Filters = z
  .object({
    q: orNothing(q),
    status: orNothing(status),
    consent: orNothing(consent),
    from: orNothing(from),
    to: orNothing(to),
    dated: dated.catch('received'),
    reached: orNothing(reached),
    ambassador: orNothing(ambassador),
  })
  .transform(({ from: first, to: last, ...rest }) =>
    first !== undefined && last !== undefined && first > last
      ? { ...rest, from: undefined, to: undefined }
      : { ...rest, from: first, to: last },
  );

/** Which prospects are listed. */
export type ProspectFilters = z.output<typeof Filters>;

export function readFilters(search: ProspectSearch): ProspectFilters {
  return Filters.parse(search);
}

/** Whether anything but the status narrows the list. */
export function isNarrowed({
  q: text,
  consent: said,
  from: first,
  to: last,
  reached: milestone,
  ambassador: by,
}: ProspectFilters): boolean {
  return [text, said, first, last, milestone, by].some((value) => value !== undefined);
}

/** The filters as the API's addresses carry them; what is not asked for, or usual, is not said. */
export function filterParams(filters: Partial<ProspectFilters>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && !(name === 'dated' && value === 'received')) params.set(name, value);
  }
  return params;
}
