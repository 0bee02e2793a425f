/** Text and moments as a workbook can hold them. */
import { localTime } from '../clocks/local-time.js';
import { harmlessLine } from './harmless-text.js';

/** Of a cell: Excel calls a file broken that has more. */
const MAX_TEXT = 32_767;
const MAX_SHEET_NAME = 31;
/** Code points of Unicode that XML cannot hold, and that are no characters. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;
/** What a workbook itself writes for a character: as people's text it would be read as that character. */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

const DAY_MS = 86_400_000;
/** 1 January 1970, in days as a workbook counts them. */
const EPOCH = 25_569;

/** What people typed, as a cell's text on one line. */
export function cellText(text: string): string {
  const line = harmlessLine(text).replace(NO_CHARACTERS, '\ufffd');
  const short =
    line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 1).replace(/\p{Surrogate}$/u, '')}…`;
  return short.replace(ESCAPE, '_x005F_');
}

/** A name that a sheet may have, and that none of `taken` has; case tells none from another. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const allowed = cellText(wanted)
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/^[\s']+/, '');
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : ` (${count})`;
    const start = allowed
      .slice(0, MAX_SHEET_NAME - end.length)
      .replace(/\p{Surrogate}$/u, '')
      .replace(/[\s']+$/, '');
    const name = (start || 'NUM-ECARD') + end;
    if (!taken.some((other) => other.toLowerCase() === name.toLowerCase())) return name;
  }
}

/** @param day `YYYY-MM-DD` */
export function dayNumber(day: string): number {
  return EPOCH + Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** A moment as the clocks of a time zone show it, to the second. @param timezone IANA name */
export function momentNumber(milliseconds: number, timezone: string): number {
  const seconds = Math.floor(milliseconds / 1000) + localTime(milliseconds, timezone).offsetMinutes * 60;
  return EPOCH + (seconds * 1000) / DAY_MS;
}

/** How long something lasted. */
export function durationNumber(milliseconds: number): number {
  return milliseconds / DAY_MS;
}
