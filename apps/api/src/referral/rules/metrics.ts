/**
 * The figures of a month (product: "Referral rules", metrics). They are told from milestones, never from the current status, and need
 * no personal data: a record whose prospect was erased counts as before.
 */
import { addMonths, endOfMonth } from '@num-ecard/contracts/period-calendar';
import { isWithin, type Span, spanOf } from '../../clocks/span.js';
import type { ReferralState } from './milestones.js';

/** What is counted of a record. */
export interface MeasuredReferral extends Pick<
  ReferralState,
  'contactedAt' | 'appointmentAt' | 'convertedAt' | 'lostAt' | 'valueCents'
> {
  readonly receivedAt: Date;
}

/** Those received in a period, and what became of them so far. */
export interface Cohort {
  readonly received: number;
  readonly contacted: number;
  readonly appointments: number;
  readonly converted: number;
  readonly lost: number;
  /** Converted of those received, 0 to 1; null for none received. */
  readonly rate: number | null;
}

/** What was done in a period, whenever the prospect was received. */
export interface Activity {
  readonly contacted: number;
  readonly converted: number;
}

export interface MonthMetrics {
  /** `YYYY-MM` */
  readonly month: string;
  readonly cohort: Cohort;
  readonly activity: Activity;
  /** Of those of the cohort who were contacted, the one in the middle (the lower of two); null for none. */
  readonly medianHoursToContact: number | null;
  /** Of those received, 0 to 1; null for none received. */
  readonly contactedWithin24h: number | null;
  /** Of the cohort's clients. */
  readonly convertedValueCents: number;
}

const HOUR_MS = 3_600_000;
const TREND_MONTHS = 12;

/**
 * @param records received at any time: activity asks for contacts and conversions of those received before the month, too
 * @param month `YYYY-MM`
 * @param timezone IANA name of the account's
 */
export function monthMetrics(
  records: readonly MeasuredReferral[],
  month: string,
  timezone: string,
): MonthMetrics {
  const first = `${month}-01`;
  const span = spanOf({ from: first, to: endOfMonth(first) }, timezone);
  const received = records.filter(({ receivedAt }) => isWithin(receivedAt, span));
  const hours = received.flatMap(hoursToContact).toSorted((a, b) => a - b);
  return {
    month,
    cohort: cohortOf(received),
    activity: activityIn(records, span),
    medianHoursToContact: hours[Math.ceil(hours.length / 2) - 1] ?? null,
    contactedWithin24h: share(hours.filter((waited) => waited <= 24).length, received.length),
    convertedValueCents: convertedValue(received),
  };
}

/** The same for twelve months, oldest first, the last one `lastMonth`. */
export function monthTrend(
  records: readonly MeasuredReferral[],
  lastMonth: string,
  timezone: string,
): MonthMetrics[] {
  return Array.from({ length: TREND_MONTHS }, (_, index) => {
    const month = addMonths(`${lastMonth}-01`, index + 1 - TREND_MONTHS).slice(0, 7);
    return monthMetrics(records, month, timezone);
  });
}

/** Received ≥ contacted ≥ converted: whoever is converted has been contacted (see `advance`). */
export function cohortOf(received: readonly MeasuredReferral[]): Cohort {
  const reached = (milestone: 'contactedAt' | 'appointmentAt' | 'convertedAt' | 'lostAt'): number =>
    received.filter((record) => record[milestone] !== null).length;
  const converted = reached('convertedAt');
  return {
    received: received.length,
    contacted: reached('contactedAt'),
    appointments: reached('appointmentAt'),
    converted,
    lost: reached('lostAt'),
    rate: share(converted, received.length),
  };
}

/** Cents; of clients alone, for a value goes with its conversion (see `advance`). */
export function convertedValue(records: readonly MeasuredReferral[]): number {
  return records.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0);
}

function activityIn(records: readonly MeasuredReferral[], span: Span): Activity {
  return {
    contacted: records.filter(({ contactedAt }) => isWithin(contactedAt, span)).length,
    converted: records.filter(({ convertedAt }) => isWithin(convertedAt, span)).length,
  };
}

/** One number, or none before the first contact. Hours that passed: those in which clocks change are as long as others. */
function hoursToContact({ receivedAt, contactedAt }: MeasuredReferral): number[] {
  if (contactedAt === null) return [];
  // Two servers' clocks may differ by a moment.
  return [Math.max(contactedAt.getTime() - receivedAt.getTime(), 0) / HOUR_MS];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
