import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { isWithin, spanOf } from '../../clocks/span.js';
import { cohortOf, convertedValue, type MeasuredReferral } from './metrics.js';

export interface Ambassador {
  readonly id: string;
  /** Null once erased: what they recommended still counts. */
  readonly name: string | null;
}

export interface RecommendedBy extends MeasuredReferral {
  readonly ambassador: Ambassador;
}

export interface RankedAmbassador extends Ambassador {
  readonly rank: number;
  readonly received: number;
  readonly contacted: number;
  readonly converted: number;
  readonly valueCents: number;
}

type Figures = Omit<RankedAmbassador, 'rank'>;

const NAMES = new Intl.Collator('fr');

/**
 * The best ambassadors of a period (product: "Referral rules"): of the prospects received in it, by how many were converted, then
 * contacted, then received. Equal on all three share a rank (1, 2, 2, 4) and stand in the order of their names.
 * @param timezone IANA name of the account's
 */
export function rankAmbassadors(
  records: readonly RecommendedBy[],
  period: DayRange,
  timezone: string,
): RankedAmbassador[] {
  const span = spanOf(period, timezone);
  const groups = new Map<string, { ambassador: Ambassador; records: RecommendedBy[] }>();
  for (const record of records) {
    if (!isWithin(record.receivedAt, span)) continue;
    const { ambassador } = record;
    const group = groups.get(ambassador.id) ?? { ambassador, records: [] };
    group.records.push(record);
    groups.set(ambassador.id, group);
  }
  const ordered = Array.from(groups.values(), figuresOf).toSorted((a, b) => byMerit(a, b) || byName(a, b));
  const ranked: RankedAmbassador[] = [];
  for (const [index, figures] of ordered.entries()) {
    const before = ranked.at(-1);
    const isShared = before !== undefined && byMerit(before, figures) === 0;
    ranked.push({ rank: isShared ? before.rank : index + 1, ...figures });
  }
  return ranked;
}

function figuresOf({ ambassador, records }: { ambassador: Ambassador; records: RecommendedBy[] }): Figures {
  const { received, contacted, converted } = cohortOf(records);
  const { id, name } = ambassador;
  return { id, name, received, contacted, converted, valueCents: convertedValue(records) };
}

function byMerit(a: Figures, b: Figures): number {
  return b.converted - a.converted || b.contacted - a.contacted || b.received - a.received;
}

/** Those without a name last; the id keeps two of the same name from changing places. */
function byName(a: Ambassador, b: Ambassador): number {
  if (a.name === null || b.name === null) {
    const nameless = Number(a.name === null) - Number(b.name === null);
    return nameless || compareIds(a.id, b.id);
  }
  return NAMES.compare(a.name, b.name) || compareIds(a.id, b.id);
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
