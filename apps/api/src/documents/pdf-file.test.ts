import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type ReadPage, readPdf } from '../../test/support/read-pdf.js';
import { PdfFile } from './pdf-file.js';

const MARGIN = 40;
const HOSTILE = [
  'A'.repeat(10_000),
  'mot '.repeat(2_500),
  '<img src=x onerror=alert(1)>',
  '\u202eexe.gnp\u202c',
  '(\\) Tj ET Q endstream endobj',
  '\u{1F600}\u{1F468}\u200d\u{1F469}\u200d\u{1F467}\u{1F1EB}\u{1F1F7}',
  `Z${'\u0301'.repeat(200)}algo`,
  'שלום عربي 王小明',
  '\n'.repeat(50),
  '\ud800',
  '',
];

async function made(write: (file: PdfFile) => void, landscape = false) {
  const createdAt = new Date('2026-11-26T12:00:00Z');
  const file = new PdfFile({ title: 'Essai', locale: 'fr', createdAt, landscape });
  write(file);
  file.end();
  return readPdf(await buffer(file.stream));
}

/** Half a point is what rounding and the edges of letters take. */
function expectWithinMargins({ ink, width, height }: ReadPage): void {
  expect(ink.left).toBeGreaterThanOrEqual(MARGIN - 0.5);
  expect(ink.right).toBeLessThanOrEqual(width - MARGIN + 0.5);
  expect(ink.top).toBeGreaterThanOrEqual(MARGIN - 0.5);
  // The page's number stands there.
  expect(ink.bottom).toBeLessThanOrEqual(height - MARGIN / 2);
}

test('a letter that looks like one of another script, in a file before, is still read as itself', async () => {
  await made((file) => file.paragraph('Ιωάννης Νικολάου, Іван Аксёнов'));
  const { text } = await made((file) => file.paragraph('Inde, LinkedIn, Anne'));
  expect(text).toContain('Inde, LinkedIn, Anne');
});

test('a long table goes over the page with its head, and no row is cut', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => [
    `ligne-${index}`,
    `${'mot '.repeat(index % 40)}fin-${index}`,
  ]);
  const { pages } = await made((file) => {
    file.title('Titre');
    const table = file.table([
      { heading: 'Première', share: 1 },
      { heading: 'Seconde', share: 2 },
    ]);
    for (const row of rows) table.row(row);
    table.end();
  }, true);
  expect(pages.length).toBeGreaterThan(5);
  for (const [index, page] of pages.entries()) {
    expect(page.text.match(/Première/g)).toHaveLength(1);
    expect(page.text).toContain(`${index + 1} / ${pages.length}`);
    expectWithinMargins(page);
  }
  const pageOf = (text: string) => pages.findIndex((page) => page.text.split(/\s/).includes(text));
  for (const index of rows.keys()) {
    expect(pageOf(`ligne-${index}`)).toBeGreaterThanOrEqual(0);
    expect(pageOf(`fin-${index}`)).toBe(pageOf(`ligne-${index}`));
  }
});

test('who has it read out hears headings, lists and one table, its head once and no page numbers', async () => {
  const { pages, title, language } = await made((file) => {
    file.title('Titre');
    file.paragraph('Un paragraphe.');
    file.heading('En chiffres');
    file.figures([{ label: 'Total', value: '12' }]);
    file.facts([{ label: 'Nom', value: 'Sophie' }]);
    const table = file.table([{ heading: 'Nom', share: 1 }]);
    for (let row = 0; row < 60; row++) table.row([`Prospect ${row}`]);
    table.end();
  });
  expect([title, language]).toEqual(['Essai', 'fr']);
  expect(pages.length).toBeGreaterThan(1);
  const roles = pages.flatMap((page) => page.roles);
  expect(pages[0]?.roles.slice(0, 14)).toEqual([
    'Root',
    'Document',
    'H1',
    'P',
    'H2',
    'L',
    'LI',
    'LBody',
    'Table',
    'TR',
    'TH',
    'TD',
    'Table',
    'TR',
  ]);
  // One of the facts', one of the table's column.
  expect(roles.filter((role) => role === 'TH')).toHaveLength(2);
  expect(roles.filter((role) => role === 'TD')).toHaveLength(61);
});

test('whatever people typed stays in its place', async () => {
  const { pages, text } = await made((file) => {
    for (const typed of HOSTILE) {
      file.title(typed.slice(0, 300));
      file.paragraph(typed);
      file.facts([{ label: typed, value: typed }]);
      file.figures([
        { label: typed, value: typed },
        { label: 'Total', value: '1' },
      ]);
    }
    const table = file.table([
      { heading: 'Nom', share: 1 },
      { heading: 'Mot', share: 1 },
    ]);
    for (const typed of HOSTILE) table.row([typed, typed]);
    table.end();
  });
  for (const page of pages) expectWithinMargins(page);
  expect(text).toContain('<img src=x onerror=alert(1)>');
  expect(text).toContain('(\\) Tj ET Q endstream endobj');
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('a cell does not run into the next', async () => {
  const { pages } = await made((file) => {
    const table = file.table([
      { heading: 'Nom', share: 1 },
      { heading: 'Valeur', share: 1, align: 'right' },
      { heading: 'Mot', share: 1 },
    ]);
    for (const typed of HOSTILE) table.row([typed, typed, typed]);
    table.end();
  });
  const third = (595.28 - 2 * MARGIN) / 3;
  const pieces = pages.flatMap((page) => page.pieces).filter(({ text }) => !/NUM-ECARD|\d \/ \d/.test(text));
  expect(pieces.length).toBeGreaterThan(50);
  for (const { left, right } of pieces) {
    const column = Math.floor((left - MARGIN + 0.5) / third);
    expect(right).toBeLessThanOrEqual(MARGIN + (column + 1) * third);
  }
});

test('accents, other scripts and the spaces of French numbers are drawn as they are written', async () => {
  const written = 'Éloïse Œuf Łęcka Ζωή Жанна Nguyễn 06 12 34 56 78 « oui » 12 €';
  const number = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(1234567.5);
  const { text } = await made((file) => {
    file.paragraph(written);
    file.paragraph(number);
  });
  expect(text).toContain(written);
  expect(text.replaceAll(/\s/g, ' ')).toContain('1 234 567,50 €');
});

test('a paragraph that is longer than a page goes on over the next ones, whole', async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `mot${index}`);
  const { pages, text } = await made((file) => file.paragraph(words.join(' ')));
  expect(pages.length).toBeGreaterThan(1);
  expect(text.match(/mot\d+/g)).toEqual(words);
  for (const page of pages) expectWithinMargins(page);
});
