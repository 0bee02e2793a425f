import type { DayRange } from '@num-ecard/contracts/period-calendar';

export type PeriodState = 'over' | 'underWay' | 'toCome';

/** Whether a period is over, not yet, or has not even begun. @param today `YYYY-MM-DD` */
export function periodState({ from, to }: DayRange, today: string): PeriodState {
  if (from > today) return 'toCome';
  return to < today ? 'over' : 'underWay';
}
