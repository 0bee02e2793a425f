/** What the three files of usage say in common, and how it is written. */
import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { figures, givenReport, OCTOBER, point, SEPTEMBER } from '../../../test/support/given-report.js';
import { readPdf } from '../../../test/support/read-pdf.js';
import { readWorkbook, sheetOf } from '../../../test/support/read-workbook.js';
import { csvTexts } from './csv-texts.js';
import { pdfTexts } from './pdf/pdf-texts.js';
import { usageCsv } from './usage-csv.js';
import { usagePdf } from './usage-pdf.js';
import { usageXlsx } from './usage-xlsx.js';
import { xlsxTexts } from './xlsx/xlsx-texts.js';

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('x', 'x', 'x'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test('no line of French begins with a sign that belongs to the word before', () => {
  // Names of tabs never go over a line, and are typed in formulas.
  const { tabs, ...sheets } = xlsxTexts('fr');
  const texts = textsOf([csvTexts('fr'), sheets, pdfTexts('fr')]);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter((said) => / [?!;:»%×h](?:\s|–|$)|« |× /.test(said))).toEqual([]);
  expect(textsOf(tabs)).toContain('Cartes × sources');
});

test.each([
  ['fr', 'Démonstration', 'Compte de démonstration : ces visites sont inventées.', 'Période comparée'],
  ['en', 'Demo', 'Demo account: these visits are made up.', 'Compared period'],
] as const)(
  'every file calls made-up visits and what they stand beside the same, in %s',
  async (language, mark, note, compared) => {
    const month = (period: typeof OCTOBER, views: number) => ({
      period,
      interval: 'day' as const,
      points: [point(period.from, views)],
      totals: { ...figures(views), engagedMs: 1500 },
    });
    const trends = { ...month(OCTOBER, 5), previous: month(SEPTEMBER, 4) };
    const report = givenReport({ trends }, { language, account: { name: 'Léa', demo: true } });

    const lines = (await text(Readable.from(usageCsv(report)))).trim().split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !line.trim().endsWith(mark))).toEqual([]);

    const pdf = (await readPdf(new Uint8Array(await buffer(usagePdf(report))))).text.replaceAll(/\s+/g, ' ');
    for (const said of [mark, note, compared]) expect(pdf).toContain(said);

    const book = await readWorkbook(new Uint8Array(await buffer(usageXlsx(report))));
    for (const sheet of book.sheets) {
      const cells = sheet.rows.flat().map((cell) => String(cell).replaceAll(/\s/g, ' '));
      expect(cells, sheet.name).toContain(note);
    }
    expect(sheetOf(book, xlsxTexts(language).summary).rows.map(([first]) => first)).toContain(compared);
  },
);
