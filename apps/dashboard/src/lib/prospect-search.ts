import type { DATED_BY, REACHED } from '@num-ecard/contracts/referral';
import type { Consent, Status } from '@num-ecard/contracts/referral-vocabulary';

/** What the list of prospects shows, kept in its address: filters of the contract's, and how they are looked at. */
export interface ProspectSearch {
  view?: 'board' | undefined;
  q?: string | undefined;
  status?: Status | undefined;
  consent?: Consent | undefined;
  /** `YYYY-MM-DD`; days of what `dated` says. */
  from?: string | undefined;
  to?: string | undefined;
  dated?: (typeof DATED_BY)[number] | undefined;
  reached?: (typeof REACHED)[number] | undefined;
  ambassador?: string | undefined;
}

const NAMES = [
  'view',
  'q',
  'status',
  'consent',
  'from',
  'to',
  'dated',
  'reached',
  'ambassador',
] as const satisfies readonly (keyof ProspectSearch)[];

/** As the address says it. The screen reads it with the contract, which the first page does not bring. */
export function keepProspectSearch(search: Readonly<Record<string, unknown>>): ProspectSearch {
  return Object.fromEntries(NAMES.flatMap((name) => (name in search ? [[name, search[name]]] : [])));
}
