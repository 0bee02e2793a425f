/** CSV (RFC 4180) as spreadsheets of the reader's language open it. */
import type { Locale } from '@num-ecard/contracts/locale';
import Papa from 'papaparse';
import { harmlessText } from './harmless-text.js';

export type CsvCell = string | number | null;

/** Excel takes the separator of the reader's country: where decimals have a comma, columns have a semicolon. */
const DIALECTS: Readonly<Record<Locale, { delimiter: string; decimal: string }>> = {
  fr: { delimiter: ';', decimal: ',' },
  en: { delimiter: ',', decimal: '.' },
};
/** Without it Excel reads UTF-8 as something else. */
const BOM = '\ufeff';
/** What a spreadsheet would work out, in the letters of East Asian keyboards too; a negative number is only a number. */
const FORMULA = /^\s*(?!-\d+(?:[.,]\d+)?$)[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * The text of a file, batch by batch, so that it may be as long as it likes. Numbers have the decimals that they have, and no sign
 * between thousands.
 * @param batches rows with as many cells as `head`; asked for when they are needed, and stopped when nobody reads on
 */
export async function* writeCsv(
  head: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvCell[])[]>,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  yield BOM + lines([head], locale);
  for await (const rows of batches) if (rows.length > 0) yield lines(rows, locale);
}

function lines(rows: readonly (readonly CsvCell[])[], locale: Locale): string {
  const { delimiter, decimal } = DIALECTS[locale];
  const written = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'number') return String(cell).replace('.', decimal);
      return cell === null ? '' : harmlessText(cell);
    }),
  );
  return `${Papa.unparse(written, { delimiter, newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
