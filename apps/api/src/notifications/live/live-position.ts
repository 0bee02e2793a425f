import { createHash } from 'node:crypto';

/**
 * How far a stream has come, as the ids of its events say it; an instance that has never seen the stream goes on from there. All
 * that happened up to a moment has been told, and of what happened later that which is named: what is written first is not always
 * committed first.
 */
export interface LivePosition {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly told: ReadonlySet<string>;
}

/** Later than this after its own moment nothing is told for the first time: no transaction takes longer, clocks differ by less. */
export const TOLD_WITHIN_MS = 60_000;

/** How long after a break what was missed is told. Older things stand in the lists. */
const RESUMED_WITHIN_MS = 24 * 3_600_000;

const FORM = /^(\d{13})((?:\.[0-9a-f]{8})*)$/;
// A header that a client makes up must not be worth much work.
const LONGEST = 1_000;

/** A short name for what was told: among those of a minute no two are alike. */
export function toldName(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}

/** @returns null for what is no position */
export function readPosition(text: unknown, now: number): LivePosition | null {
  const [, at, told = ''] = typeof text === 'string' && text.length <= LONGEST ? (FORM.exec(text) ?? []) : [];
  if (at === undefined || Number(at) > now + TOLD_WITHIN_MS) return null;
  return {
    at: Math.max(Number(at), now - RESUMED_WITHIN_MS),
    told: new Set(told.split('.').filter(Boolean)),
  };
}

/** @param told names of what came after `at` */
export function writePosition(at: number, told: Iterable<string>): string {
  return [at, ...told].join('.');
}
