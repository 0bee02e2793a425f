import type { MeasuredReferral } from '../rules/metrics.js';

type Milliseconds = number;

/** What is counted of one recommendation, for ten thousand of them: numbers in an array, since dates in words take ten times as long. */
export type MeasuredColumns = readonly [
  receivedAt: Milliseconds,
  contactedAt: Milliseconds | null,
  appointmentAt: Milliseconds | null,
  convertedAt: Milliseconds | null,
  lostAt: Milliseconds | null,
  valueCents: number | null,
];

// Whole microseconds first: parts of a second have no exact form. Then cut, as the driver cuts them.
const milliseconds = (column: string): string => `(date_part('epoch', r.${column}) * 1000000)::bigint / 1000`;

/** An SQL expression of `recommendations r`. */
export const MEASURED_COLUMNS = `json_build_array(${[
  ...['received_at', 'contacted_at', 'appointment_at', 'converted_at', 'lost_at'].map(milliseconds),
  'r.value_cents',
].join(', ')})`;

export function measured([
  receivedAt,
  contactedAt,
  appointmentAt,
  convertedAt,
  lostAt,
  valueCents,
]: MeasuredColumns): MeasuredReferral {
  const moment = (at: Milliseconds | null): Date | null => (at === null ? null : new Date(at));
  return {
    receivedAt: new Date(receivedAt),
    contactedAt: moment(contactedAt),
    appointmentAt: moment(appointmentAt),
    convertedAt: moment(convertedAt),
    lostAt: moment(lostAt),
    valueCents,
  };
}
