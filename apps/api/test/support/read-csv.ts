import { parse } from 'csv-parse/sync';
import { addDays, addMonths, startOfMonth } from '@num-ecard/contracts/period-calendar';
import { expect } from 'vitest';
import type { Client } from './client.js';

export type CsvRow = Readonly<Record<string, string>>;

/** What is answered, which must be a file. */
export async function fileText(
  asker: Client,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { status, body } = await asker.get(path, headers);
  expect([path, status]).toEqual([path, 200]);
  return body as string;
}

/** As a program of others reads it; every line must have as many columns as the first. */
export function readCsv(body: string, delimiter = ';'): CsvRow[] {
  return parse<CsvRow>(body, { columns: true, delimiter, bom: true, relax_column_count: false });
}

/** The first day of the last month that is over. */
export function monthBehind(): string {
  return addMonths(startOfMonth(new Date().toISOString().slice(0, 10)), -1);
}

/** From the morning of a day of a month to the night of another. */
export function daysOf(month: string, first: number, last: number): { from: Date; to: Date } {
  return {
    from: new Date(`${addDays(month, first - 1)}T00:30:00Z`),
    to: new Date(`${addDays(month, last - 1)}T23:30:00Z`),
  };
}
