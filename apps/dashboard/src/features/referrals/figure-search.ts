import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { ProspectSearch } from '../../lib/prospect-search';

/** What is counted of recommendations; the last two by when it was done, whenever they were received. */
export type ReferralFigure =
  | 'received'
  | 'contacted'
  | 'contactedWithin24h'
  | 'appointments'
  | 'converted'
  | 'lost'
  | 'contactsMade'
  | 'clientsWon';

const SEARCHES: Readonly<Record<ReferralFigure, ProspectSearch>> = {
  received: {},
  contacted: { reached: 'contacted' },
  contactedWithin24h: { reached: 'contacted_within_24h' },
  appointments: { reached: 'appointment' },
  converted: { reached: 'converted' },
  lost: { reached: 'lost' },
  contactsMade: { dated: 'contacted' },
  clientsWon: { dated: 'converted' },
};

interface Counted {
  /** Without: of all time. */
  readonly range?: DayRange | undefined;
  readonly ambassador?: string;
}

/** The list of exactly those that a figure counts, as its address says it. */
export function figureSearch(figure: ReferralFigure, { range, ambassador }: Counted): ProspectSearch {
  return { ...range, ...SEARCHES[figure], ...(ambassador === undefined ? {} : { ambassador }) };
}
