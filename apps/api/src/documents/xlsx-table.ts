/** Tables of a workbook: typed columns, and totals that are worked out where the file is opened. */
import { columnLetter, type XlsxBook, type XlsxCell, type XlsxFormula, type XlsxSheet } from './xlsx-book.js';
import { HEAT, LABELS, type XlsxKind, type XlsxLook } from './xlsx-looks.js';
import { dayNumber, durationNumber } from './xlsx-text.js';

/** A column whose cells hold what is known; days as `YYYY-MM-DD`, durations in milliseconds, moments by `momentNumber`. */
export interface ValueColumn<Row> {
  readonly id?: string;
  readonly head: string;
  readonly kind: XlsxKind;
  readonly value: (row: Row) => string | number | null;
  /** `sum` of what the filter lets through; or how many rows those are, in a number format of their own. */
  readonly total?: 'sum' | { readonly rows: string };
  /** In characters; by what is in it unless given. */
  readonly width?: number;
}

/** What other cells are called in a formula. */
export interface References {
  /** The cell of a column, in this row. */
  readonly at: (id: string) => string;
  /** All of a column's cells, without the total. */
  readonly all: (id: string) => string;
}

/** What is in them: 0 where nothing is. */
export interface Figures {
  readonly at: (id: string) => number;
  /** Whether there is anything. */
  readonly has: (id: string) => boolean;
  readonly all: (id: string) => number;
}

/** A column that is worked out from others. */
export interface ComputedColumn {
  readonly head: string;
  readonly kind: XlsxKind;
  readonly formula: (cells: References) => string;
  /** The same, for those who work out nothing; null where the formula shows nothing. Durations in milliseconds. */
  readonly result: (cells: Figures) => number | null;
  /** False where it would say nothing of all rows. */
  readonly totalled?: false;
  readonly width?: number;
}

export type XlsxColumn<Row> = ValueColumn<Row> | ComputedColumn;

type Rows<Row> = readonly Row[] | AsyncIterable<readonly Row[]>;

interface Body<Row> {
  readonly columns: readonly XlsxColumn<Row>[];
  /** Those that come a batch at a time may not be known whole: no column is then worked out from all of them. */
  readonly rows: Rows<Row>;
  /** What is said in the place of rows. */
  readonly empty: string;
  readonly totalLabel: string;
  /** Colours the figures of the columns that are summed up. */
  readonly heat?: boolean;
}

export interface TableSheet<Row> extends Body<Row> {
  readonly name: string;
  readonly tab: string;
  readonly title: string;
  readonly about: string;
  /** What must not be overlooked. */
  readonly notice?: string | undefined;
  readonly frozenColumns?: number;
}

/** Above the first row of a table that has a sheet of its own: title, what it is about, what must not be overlooked, heads. */
const HEAD_ROWS = 4;
export const MAX_SHEET_ROWS = 1_048_576;
const HEAD_HEIGHT = 32;
const TITLE_HEIGHT = 24;
/** Columns that still can be read when they are made to fit a page. */
const FITTING_COLUMNS = 32;
/** Between two waits for the reader, in which others have their turn. */
const BATCH = 100;
const WIDTHS: Readonly<Record<XlsxKind, number>> = {
  text: 12,
  count: 11,
  decimal: 11,
  share: 10,
  change: 11,
  duration: 12,
  day: 17,
  moment: 20,
  month: 18,
};
const WIDEST = 48;
/** Beside a head: room for the button of the filter. */
const HEAD_ROOM = 5;

/** Of a column in all of it: 12.3 %. */
export function shareColumn(head: string, of: string): ComputedColumn {
  return {
    head,
    kind: 'share',
    formula: ({ at, all }) => `IF(SUM(${all(of)})=0,"",${at(of)}/SUM(${all(of)}))`,
    result: ({ at, all }) => (all(of) === 0 ? null : at(of) / all(of)),
  };
}

/** What there is more than before: +12.3 %; nothing where there was nothing, or where nothing is told of now. */
export function changeColumn(head: string, now: string, before: string): ComputedColumn {
  return {
    head,
    kind: 'change',
    formula: ({ at }) => `IF(OR(${at(now)}="",${at(before)}=0),"",${at(now)}/${at(before)}-1)`,
    result: ({ at, has }) => (!has(now) || at(before) === 0 ? null : at(now) / at(before) - 1),
  };
}

export function ratioColumn(head: string, kind: XlsxKind, of: string, per: string): ComputedColumn {
  return {
    head,
    kind,
    formula: ({ at }) => `IF(${at(per)}=0,"",${at(of)}/${at(per)})`,
    result: ({ at }) => (at(per) === 0 ? null : at(of) / at(per)),
  };
}

/** Of columns that stand side by side. */
export function rowSumColumn(head: string, kind: XlsxKind, ids: readonly string[]): ComputedColumn {
  const [first, last] = [ids[0], ids.at(-1)];
  return {
    head,
    kind,
    formula: ({ at }) => (first === undefined || last === undefined ? '0' : `SUM(${at(first)}:${at(last)})`),
    result: ({ at }) => ids.reduce((sum, id) => sum + at(id), 0),
  };
}

/**
 * A table on a sheet of its own, with a filter and heads that stay; on further sheets what one cannot hold, each with totals of its own.
 * @throws {ReaderGone}
 */
export async function writeTableSheet<Row>(
  book: XlsxBook,
  table: TableSheet<Row>,
  maxRows = MAX_SHEET_ROWS,
): Promise<void> {
  const { columns, rows, name, tab } = table;
  const widths = widthsOf(columns, isKnown(rows) ? rows : []);
  const open = (): TableWriter<Row> => {
    const sheet = book.sheet({
      name,
      tab,
      widths,
      frozen: { rows: HEAD_ROWS, columns: table.frozenColumns ?? 1 },
      repeatedRows: `1:${HEAD_ROWS}`,
      ...(columns.length > FITTING_COLUMNS && { print: 'wide' as const }),
    });
    sheet.row([{ value: table.title, look: book.looks.title }], TITLE_HEIGHT);
    sheet.row([{ value: table.about, look: book.looks.note }]);
    if (table.notice === undefined) sheet.skip();
    else writeNotice(book, sheet, table.notice, columns.length);
    return new TableWriter(book, sheet, table, book.looks.filteredHeadOfNumbers);
  };
  let writer = open();
  // One is for the totals.
  const room = maxRows - HEAD_ROWS - 1;
  for await (const batch of isKnown(rows) ? [rows] : rows) {
    for (const row of batch) {
      if (writer.count === room) {
        await writer.end();
        writer = open();
      }
      writer.add(row);
      if (writer.count % BATCH === 0) await writer.sheet.taken();
    }
  }
  await writer.end();
}

/** A table on a sheet that has others too: without a filter, which would hide rows of those. @throws {ReaderGone} */
export async function writeTable<Row>(
  book: XlsxBook,
  sheet: XlsxSheet,
  body: Body<Row> & { readonly rows: readonly Row[] },
): Promise<void> {
  const writer = new TableWriter(book, sheet, body, book.looks.headOfNumbers);
  for (const row of body.rows) writer.add(row);
  await sheet.taken();
  writer.close();
}

/** In a band as wide as what is below it. */
export function writeNotice({ looks }: XlsxBook, sheet: XlsxSheet, notice: string, columns: number): void {
  const band = Array.from({ length: Math.min(columns, FITTING_COLUMNS) }, (_, index) => ({
    value: index === 0 ? notice : null,
    look: looks.notice,
  }));
  sheet.row(band);
}

class TableWriter<Row> {
  readonly sheet: XlsxSheet;
  count = 0;
  readonly #book: XlsxBook;
  readonly #body: Body<Row>;
  readonly #firstRow: number;
  readonly #sums: number[];
  readonly #known: readonly Row[] | undefined;
  readonly #letters: ReadonlyMap<string, string>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #looks: readonly XlsxLook[];

  constructor(book: XlsxBook, sheet: XlsxSheet, body: Body<Row>, headOfNumbers: XlsxLook) {
    this.sheet = sheet;
    this.#book = book;
    this.#body = body;
    const { columns, rows } = body;
    this.#known = isKnown(rows) ? rows : undefined;
    this.#places = new Map(
      columns.flatMap((column, place) =>
        isValue(column) && column.id !== undefined ? [[column.id, place] as const] : [],
      ),
    );
    this.#letters = new Map(Array.from(this.#places, ([id, place]) => [id, columnLetter(place)]));
    this.#looks = columns.map(({ kind }, place) =>
      isApart(columns, place) ? book.looks.apart(kind) : book.looks.body(kind),
    );
    // Those of all rows, which shares are of.
    this.#sums = columns.map((column) => {
      if (!isValue(column) || column.kind === 'text' || this.#known === undefined) return 0;
      return this.#known.reduce((sum, row) => sum + (numeric(column.value(row)) ?? 0), 0);
    });
    sheet.row(
      columns.map(({ head, kind }, place) => ({
        value: head,
        look: isApart(columns, place)
          ? book.looks.headApart
          : LABELS.has(kind)
            ? book.looks.head
            : headOfNumbers,
      })),
      HEAD_HEIGHT,
    );
    this.#firstRow = sheet.nextRow;
  }

  add(row: Row): void {
    this.count += 1;
    const { columns } = this.#body;
    const values = columns.map((column) => (isValue(column) ? column.value(row) : null));
    if (this.#known === undefined) {
      for (const [place, value] of values.entries())
        this.#sums[place] = (this.#sums[place] ?? 0) + (numeric(value) ?? 0);
    }
    const at = this.sheet.nextRow;
    this.sheet.row(
      columns.map((column, place) => ({
        value: isValue(column)
          ? cellValue(column.kind, values[place] ?? null)
          : this.#formula(column, at, (id) => numeric(values[this.#place(id)] ?? null)),
        look: this.#looks[place] ?? {},
      })),
    );
  }

  close(): void {
    const { columns, empty, totalLabel, heat = false } = this.#body;
    const { looks } = this.#book;
    if (this.count === 0) {
      this.sheet.row([{ value: empty, look: looks.note }]);
      return;
    }
    const row = this.sheet.nextRow;
    if (columns.some((column) => isValue(column) && column.total !== undefined)) {
      this.sheet.row(columns.map((column, place) => this.#total(column, place, row, totalLabel)));
    }
    if (heat) {
      const summed = columns.flatMap((column, place) =>
        isValue(column) && column.total === 'sum' ? [place] : [],
      );
      const [first, last] = [summed[0], summed.at(-1)];
      if (first !== undefined && last !== undefined)
        this.sheet.heat(`${columnLetter(first)}${this.#firstRow}:${columnLetter(last)}${row - 1}`, HEAT);
    }
  }

  /** @throws {ReaderGone} */
  async end(): Promise<void> {
    if (this.count > 0) {
      const last = `${columnLetter(this.#body.columns.length - 1)}${this.#firstRow + this.count - 1}`;
      this.sheet.filter(`A${this.#firstRow - 1}:${last}`);
    }
    this.close();
    await this.sheet.end();
  }

  #total(column: XlsxColumn<Row>, place: number, row: number, label: string): XlsxCell {
    const { looks } = this.#book;
    if (!isValue(column) && column.totalled === false) return { value: null, look: looks.total('text') };
    if (!isValue(column))
      return {
        value: this.#formula(column, row, (id) => this.#sums[this.#place(id)] ?? 0),
        look: looks.total(column.kind),
      };
    if (column.total === undefined) return { value: place === 0 ? label : null, look: looks.total('text') };
    const range = this.#range(columnLetter(place), '');
    if (column.total !== 'sum') {
      const value = { formula: `SUBTOTAL(103,${range})`, result: this.count };
      return { value, look: looks.totalIn(column.total.rows) };
    }
    const sum = this.#sums[place] ?? 0;
    const result = column.kind === 'duration' ? durationNumber(sum) : sum;
    return { value: { formula: `SUBTOTAL(109,${range})`, result }, look: looks.total(column.kind) };
  }

  #formula(column: ComputedColumn, row: number, told: (id: string) => number | null): XlsxFormula {
    const letter = (id: string): string => this.#letters.get(id) ?? id;
    const result = column.result({
      at: (id) => told(id) ?? 0,
      has: (id) => told(id) !== null,
      all: (id) => this.#sums[this.#place(id)] ?? 0,
    });
    return {
      formula: column.formula({
        at: (id) => `${letter(id)}${row}`,
        all: (id) => this.#range(letter(id), '$'),
      }),
      result: result === null ? '' : column.kind === 'duration' ? durationNumber(result) : result,
    };
  }

  #range(letter: string, fixed: '' | '$'): string {
    const last = this.#firstRow + (this.#known?.length ?? this.count) - 1;
    return `${letter}${fixed}${this.#firstRow}:${letter}${fixed}${last}`;
  }

  #place(id: string): number {
    return this.#places.get(id) ?? 0;
  }
}

function isKnown<Row>(rows: Rows<Row>): rows is readonly Row[] {
  return Array.isArray(rows);
}

function isValue<Row>(column: XlsxColumn<Row>): column is ValueColumn<Row> {
  return 'value' in column;
}

/** Whether a label on the left of its cell stands beside a figure on the right of its own. */
function isApart<Row>(columns: readonly XlsxColumn<Row>[], place: number): boolean {
  const [column, beside] = [columns[place], place === 0 ? undefined : columns[place - 1]];
  return column !== undefined && beside !== undefined && LABELS.has(column.kind) && !LABELS.has(beside.kind);
}

function numeric(value: string | number | null): number | null {
  return typeof value === 'number' ? value : null;
}

/** What a cell of a kind holds. */
export function cellValue(kind: XlsxKind, value: string | number | null): string | number | null {
  if (value === null) return null;
  if (kind === 'duration' && typeof value === 'number') return durationNumber(value);
  if ((kind === 'day' || kind === 'month') && typeof value === 'string') return dayNumber(value);
  return value;
}

/** Of the longest text, within bounds; of figures that of their kind. */
function widthsOf<Row>(columns: readonly XlsxColumn<Row>[], rows: readonly Row[]): number[] {
  return columns.map((column) => {
    if (column.width !== undefined) return column.width;
    const least = Math.max(WIDTHS[column.kind], halved(column.head) + HEAD_ROOM);
    if (!isValue(column) || column.kind !== 'text') return Math.min(least, WIDEST);
    const longest = rows.reduce((most, row) => Math.max(most, String(column.value(row) ?? '').length), 0);
    return Math.min(Math.max(least, longest + 2), WIDEST);
  });
}

/** How wide a head is on two lines. */
function halved(head: string): number {
  const words = head.split(' ');
  const widths = words.map((_, count) =>
    Math.max(words.slice(0, count).join(' ').length, words.slice(count).join(' ').length),
  );
  return Math.min(...widths);
}
