import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type CsvCell, writeCsv } from './write-csv.js';

const HOSTILE = [
  '=cmd|/c calc!A1',
  '+33 6',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\u202e=1+1',
  '\u200b=1+1',
  '  =1+1',
  '＝1+1',
  '"; =1+1;"',
  'a;b,c\n"d"',
  '<script>alert(1)</script>',
  '\u0000\u0007\u001b[2J',
];

async function written(
  rows: readonly (readonly CsvCell[])[],
  locale: 'fr' | 'en' = 'fr',
  head = ['A', 'B'],
): Promise<string> {
  async function* batches() {
    for (const row of rows) yield [row];
  }
  let text = '';
  for await (const part of writeCsv(head, batches(), locale)) text += part;
  return text;
}

/** RFC 4180, letter by letter: nothing of the library that writes. */
function read(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at] as string;
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '"') throw new Error(`a quote inside a bare cell at ${at}`);
    else if (letter === delimiter || (letter === '\r' && text[at + 1] === '\n')) {
      row.push(cell);
      cell = '';
      if (letter === '\r') {
        at++;
        rows.push(row);
        row = [];
      }
    } else if (letter === '\n' || letter === '\r') throw new Error(`a bare line break at ${at}`);
    else cell += letter;
  }
  if (quoted || cell !== '' || row.length > 0) throw new Error('the last row does not end');
  return rows;
}

test('what is hostile is one cell of text, whoever reads it', async () => {
  const text = await written(HOSTILE.map((cell) => [cell, 'end']));
  const rows = read(text.slice(1), ';');
  expect(rows).toHaveLength(HOSTILE.length + 1);
  expect(rows.every((row) => row.length === 2)).toBe(true);
  const cells = rows.slice(1).map(([cell]) => cell as string);
  // No spreadsheet works it out, also one that cuts spaces off.
  expect(cells.filter((cell) => /^[=+\-@＝\t\r]/.test(cell.trim()))).toEqual([]);
  expect(cells.filter((cell) => /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u.test(cell))).toEqual([]);
  expect(cells).toContain("'=cmd|/c calc!A1");
  expect(cells).toContain('<script>alert(1)</script>');
  expect(cells).toContain('a;b,c\n"d"');
  expect(Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data).toEqual(rows);
});

test('French spreadsheets get semicolons and decimal commas, English ones commas and points', async () => {
  const rows = [
    ['Œuvre', 1234.5],
    [null, -12.5],
    ['vide', 0],
  ];
  expect(await written(rows, 'fr')).toBe('\ufeffA;B\r\nŒuvre;1234,5\r\n;-12,5\r\nvide;0\r\n');
  expect(await written(rows, 'en')).toBe('\ufeffA,B\r\nŒuvre,1234.5\r\n,-12.5\r\nvide,0\r\n');
});

test('a file without rows has its head', async () => {
  expect(await written([])).toBe('\ufeffA;B\r\n');
});

test('whoever stops reading stops the reading of the database', async () => {
  let asked = 0;
  let stopped = false;
  async function* endless() {
    try {
      for (;;) {
        asked++;
        yield [['a', 'b']];
      }
    } finally {
      stopped = true;
    }
  }
  let parts = 0;
  for await (const _ of writeCsv(['A', 'B'], endless(), 'fr')) if (++parts === 3) break;
  expect({ asked, stopped }).toEqual({ asked: 2, stopped: true });
});
