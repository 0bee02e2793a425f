import { MAX_PERIOD_DAYS } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { daysOf, DEFAULT_PERIOD, type PeriodName } from '../../../lib/period';
import type { AmbassadorsSearch } from '../../../lib/referral-search';
import { chosenDays } from '../../../lib/usage-search';

/** Before any card. Unlike visits, what was recommended is counted for ever. */
const BEGINNING = '2020-01-01';

/** Which days' referrals are ranked. */
export function rankedPeriod(
  search: Pick<AmbassadorsSearch, 'period' | 'from' | 'to'>,
  today: string,
): { period: PeriodName; range: DayRange } {
  if (search.period === 'all') return { period: 'all', range: { from: BEGINNING, to: today } };
  const chosen = chosenDays(search, MAX_PERIOD_DAYS);
  const period =
    search.period === 'custom' && chosen === undefined ? DEFAULT_PERIOD : (search.period ?? DEFAULT_PERIOD);
  return { period, range: daysOf(period, today, chosen) };
}
