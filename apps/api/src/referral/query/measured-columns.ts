import type { MeasuredReferral } from '../rules/metrics.js';

type Milliseconds = number;

/**
 * What is counted of recommendations, for ten thousand of them: a list of numbers a column, all in the same order. Rows, and dates in
 * words, would take several times as long to read. Null for none.
 */
export interface MeasuredColumns {
  readonly receivedAt: readonly Milliseconds[] | null;
  readonly contactedAt: readonly (Milliseconds | null)[] | null;
  readonly appointmentAt: readonly (Milliseconds | null)[] | null;
  readonly convertedAt: readonly (Milliseconds | null)[] | null;
  readonly lostAt: readonly (Milliseconds | null)[] | null;
  readonly valueCents: readonly (number | null)[] | null;
}

// Whole microseconds first: parts of a second have no exact form. Then cut, as the driver cuts them.
const moments = (column: string, name: string): string =>
  `json_agg((date_part('epoch', r.${column}) * 1000000)::bigint / 1000) AS "${name}"`;

/** Of `recommendations r`. */
export const MEASURED_COLUMNS = [
  moments('received_at', 'receivedAt'),
  moments('contacted_at', 'contactedAt'),
  moments('appointment_at', 'appointmentAt'),
  moments('converted_at', 'convertedAt'),
  moments('lost_at', 'lostAt'),
  'json_agg(r.value_cents) AS "valueCents"',
].join(', ');

export function measured(columns: MeasuredColumns | undefined): MeasuredReferral[] {
  return (columns?.receivedAt ?? []).map((receivedAt, index) => ({
    receivedAt: new Date(receivedAt),
    contactedAt: momentAt(columns?.contactedAt, index),
    appointmentAt: momentAt(columns?.appointmentAt, index),
    convertedAt: momentAt(columns?.convertedAt, index),
    lostAt: momentAt(columns?.lostAt, index),
    valueCents: columns?.valueCents?.[index] ?? null,
  }));
}

function momentAt(column: readonly (Milliseconds | null)[] | null | undefined, index: number): Date | null {
  const at = column?.[index] ?? null;
  return at === null ? null : new Date(at);
}
