/** Workbooks, as another library reads them. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { ReaderGone, XlsxBook } from './xlsx-book.js';
import { TABS } from './xlsx-looks.js';
import {
  changeColumn,
  ratioColumn,
  rowSumColumn,
  shareColumn,
  type TableSheet,
  writeTableSheet,
} from './xlsx-table.js';

interface Row {
  readonly name: string;
  readonly day: string;
  readonly count: number | null;
  readonly before: number;
  readonly lastedMs: number;
}

const ROWS: readonly Row[] = [
  { name: 'Œuvre', day: '2028-02-29', count: 30, before: 20, lastedMs: 61_000 },
  { name: '=1+1', day: '2028-03-26', count: 10, before: 0, lastedMs: 90_000_000 },
  { name: 'none', day: '2027-12-31', count: null, before: 5, lastedMs: 0 },
];

function table(rows: TableSheet<Row>['rows']): TableSheet<Row> {
  return {
    name: 'Rows',
    tab: TABS.rows,
    title: 'All & <every> row',
    about: 'About',
    empty: 'Nothing',
    totalLabel: 'Total',
    rows,
    columns: [
      { head: 'Name', kind: 'text', value: ({ name }) => name },
      { head: 'Day', kind: 'day', value: ({ day }) => day },
      { id: 'count', head: 'Count', kind: 'count', total: 'sum', value: ({ count }) => count },
      { id: 'before', head: 'Before', kind: 'count', total: 'sum', value: ({ before }) => before },
      { id: 'lasted', head: 'Lasted', kind: 'duration', total: 'sum', value: ({ lastedMs }) => lastedMs },
      changeColumn('Change', 'count', 'before'),
      ratioColumn('Each', 'duration', 'lasted', 'count'),
      rowSumColumn('Both', 'count', ['count', 'before']),
    ],
  };
}

const newBook = (locale: 'fr' | 'en' = 'fr') =>
  new XlsxBook({ title: 'A & B', locale, createdAt: new Date('2028-03-01T08:00:00Z') });

async function written(
  spec: TableSheet<Row>,
  { maxRows, locale = 'fr' }: { maxRows?: number; locale?: 'fr' | 'en' } = {},
): Promise<Workbook> {
  const book = newBook(locale);
  const [bytes] = await Promise.all([
    buffer(book.stream),
    writeTableSheet(book, spec, maxRows).then(() => book.end()),
  ]);
  return readXlsx(new Uint8Array(bytes), { readStyles: true });
}

test('values have their types, and totals are formulas with what they come to', async () => {
  const { sheets, properties } = await written(table(ROWS));
  expect(properties).toMatchObject({ title: 'A & B', creator: 'NUM-ECARD' });
  const [sheet] = sheets;
  expect(sheet).toMatchObject({
    name: 'Rows',
    freezePane: { rows: 4, columns: 1 },
    autoFilter: { range: 'A4:H7' },
    pageSetup: { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$4' },
  });
  expect(sheet?.rows.map((row) => row.slice(0, 4))).toEqual([
    ['All & <every> row', null, null, null],
    ['About', null, null, null],
    [null, null, null, null],
    ['Name', 'Day', 'Count', 'Before'],
    ['Œuvre', new Date('2028-02-29T00:00:00Z'), 30, 20],
    ['=1+1', new Date('2028-03-26T00:00:00Z'), 10, 0],
    ['none', new Date('2027-12-31T00:00:00Z'), null, 5],
    ['Total', null, 40, 25],
  ]);
  const cell = (place: string) => sheet?.cells?.get(place);
  expect(cell('5,0')).toMatchObject({ type: 'string', value: '=1+1' });
  expect(cell('5,0')?.formula).toBeUndefined();
  expect(cell('7,2')).toMatchObject({ formula: 'SUBTOTAL(109,C5:C7)', formulaResult: 40 });
  expect(cell('4,5')).toMatchObject({ formula: 'IF(OR(C5="",D5=0),"",C5/D5-1)', formulaResult: 0.5 });
  expect(cell('5,5')).toMatchObject({ formula: 'IF(OR(C6="",D6=0),"",C6/D6-1)', value: '' });
  // Of what is not told there is no change, of the total there is.
  expect(cell('6,5')).toMatchObject({ formula: 'IF(OR(C7="",D7=0),"",C7/D7-1)', value: '' });
  expect(cell('7,5')).toMatchObject({ formulaResult: 40 / 25 - 1 });
  expect(cell('7,7')).toMatchObject({ formula: 'SUM(C8:D8)', formulaResult: 65 });
  // More than a day.
  expect(cell('5,4')?.style?.numFmt).toBe('[h]:mm:ss');
  expect(cell('4,1')?.style?.numFmt).toBe('[$-40C]ddd dd/mm/yyyy');
  const english = await written(table(ROWS), { locale: 'en' });
  expect(english.sheets[0]?.cells?.get('4,1')?.style?.numFmt).toBe('[$-809]ddd dd mmm yyyy');
});

test('a share is of all rows, and of none it is nothing', async () => {
  const shares = (rows: readonly Row[]): TableSheet<Row> => ({
    ...table(rows),
    columns: [
      { id: 'count', head: 'Count', kind: 'count', total: 'sum', value: ({ count }) => count },
      shareColumn('Share', 'count'),
    ],
  });
  const { sheets } = await written(shares(ROWS));
  expect(sheets[0]?.rows.slice(4).map((row) => row[1])).toEqual([0.75, 0.25, 0, 1]);
  const none = await written(shares(ROWS.map((row) => ({ ...row, count: 0 }))));
  expect(none.sheets[0]?.rows.slice(4).map((row) => row[1] ?? '')).toEqual(['', '', '', '']);
});

test('a table without rows says so, and has neither filter nor totals', async () => {
  const { sheets } = await written(table([]));
  expect(sheets[0]?.rows.slice(4)).toEqual([['Nothing', ...Array(7).fill(null)]]);
  expect(sheets[0]?.autoFilter).toBeUndefined();
});

test('what a sheet cannot hold goes on in further ones, each with its totals', async () => {
  async function* batches() {
    for (let start = 0; start < 25; start += 5)
      yield Array.from({ length: 5 }, (_, index) => ({ ...(ROWS[0] as Row), count: start + index }));
  }
  // Four rows of heads and one of totals.
  const { sheets } = await written(table(batches()), { maxRows: 15 });
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Rows', 15],
    ['Rows (2)', 15],
    ['Rows (3)', 10],
  ]);
  expect(sheets.flatMap(({ rows }) => rows.slice(4, -1).map((row) => row[2]))).toEqual(
    Array.from({ length: 25 }, (_, index) => index),
  );
  expect(sheets.map(({ rows }) => rows.at(-1)?.[2])).toEqual([45, 145, 110]);
  expect(sheets.map(({ cells, rows }) => cells?.get(`${rows.length - 1},2`)?.formula)).toEqual([
    'SUBTOTAL(109,C5:C14)',
    'SUBTOTAL(109,C5:C14)',
    'SUBTOTAL(109,C5:C9)',
  ]);
});

/** Rows without end, which count how often they are asked for; each as hard to press together as the last. */
function endless() {
  const told = { asked: 0, stopped: false };
  async function* batches() {
    try {
      for (;;) {
        told.asked += 1;
        yield Array.from({ length: 100 }, () => ({
          ...(ROWS[0] as Row),
          name: randomBytes(300).toString('base64'),
        }));
      }
    } finally {
      told.stopped = true;
    }
  }
  return { told, rows: batches() };
}

/** Until it is asked no further for a while; a writer that waits for nobody never comes to rest. */
async function resting(told: { readonly asked: number }): Promise<number> {
  for (let before = 0; told.asked === 0 || told.asked !== before;) {
    before = told.asked;
    await pause(150);
  }
  return told.asked;
}

test(
  'no more is asked for than somebody reads, and nothing once nobody does',
  { timeout: 30_000 },
  async () => {
    const book = newBook();
    const { told, rows } = endless();
    const writing = writeTableSheet(book, table(rows));
    const ended = writing.catch((error: unknown) => error);
    const unread = await resting(told);
    // What has been read makes room for more.
    while (told.asked === unread) if (book.stream.read() === null) await once(book.stream, 'readable');
    book.stream.destroy();
    expect(await ended).toBeInstanceOf(ReaderGone);
    expect(told.stopped).toBe(true);
  },
);

test('whoever goes away before the first row is noticed', async () => {
  const book = newBook();
  book.stream.destroy();
  const { told, rows } = endless();
  await expect(writeTableSheet(book, table(rows))).rejects.toThrow(ReaderGone);
  expect(told.stopped).toBe(true);
});

test('who goes away at the very end is not waited for', async () => {
  const book = newBook();
  const writing = writeTableSheet(book, table(ROWS)).then(async () => {
    const ending = book.end();
    book.stream.destroy();
    await ending;
  });
  book.stream.resume();
  await writing;
  expect(book.stream.destroyed).toBe(true);
});
