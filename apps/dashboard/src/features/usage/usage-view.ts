import type { Account } from '@num-ecard/contracts/accounts';
import type { Comparison, Interval } from '@num-ecard/contracts/period';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { PeriodName } from '../../lib/period';
import type { Scope } from '../../lib/scope';

/** What a usage screen is asked to show; it is all in the address. */
export interface UsageView {
  readonly account: Account;
  readonly scope: Scope;
  readonly period: PeriodName;
  readonly range: DayRange;
  readonly compare: Comparison;
  /** The one asked for, where it fits the period; else the one that fits best. */
  readonly interval: Interval;
  /** The country or region whose places are shown. */
  readonly area: string | undefined;
  /** The account's day. */
  readonly today: string;
}
