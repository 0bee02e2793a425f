import { addDays, type DayRange } from '@num-ecard/contracts/period-calendar';
import { DEFAULT_PERIOD_DAYS } from '@num-ecard/contracts/period';

/** The days that are meant: the last 30 unless given. A first day after today is the only one, where no last one is given. */
export function askedDays(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): DayRange {
  const last = to ?? (from !== undefined && from > today ? from : today);
  return { from: from ?? addDays(last, 1 - DEFAULT_PERIOD_DAYS), to: last };
}
