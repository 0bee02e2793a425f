import { harmlessText } from './harmless-text.js';
import {
  CELL_PADDING,
  COLORS,
  GAP,
  HAIRLINE,
  MARGIN,
  RADIUS,
  SHADES,
  type Style,
  STYLES,
} from './pdf-look.js';
import { type Pen, spoken, type Struct, type Told } from './pdf-pen.js';

export interface PdfColumn {
  readonly heading: string;
  /** Its share of the width. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** A text, and how it is shown. */
interface PdfLook {
  readonly text: string;
  /** How long a bar lies behind it, 0 to 1 of the cell. */
  readonly bar?: number;
  /** How dark the cell is, 0 to the last of `SHADES`. */
  readonly shade?: number;
  readonly tone?: 'good' | 'bad' | 'quiet';
  /** A line of these figures, in the place of the text, which says what they are. */
  readonly line?: readonly number[];
}
export type PdfCell = string | PdfLook;

export interface PdfTable {
  /** As many cells as columns. */
  row(cells: readonly PdfCell[], kind?: 'row' | 'total'): void;
  end(): void;
}

export interface TableOptions {
  /** Which cell of a row says what the row is about, from 0 on. */
  readonly named?: number;
}

interface Cell extends PdfLook {
  readonly style: Style;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly tag: 'TH' | 'TD';
  readonly scope?: 'Row' | 'Column';
}

interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
}

/** What is longer ends in "…": nobody's text takes a page of a table for itself. */
export const MAX_CELL = { letters: 300, lines: 6 };
const FACT_LABEL_SHARE = 0.28;
/** A head does not stand at the end of a page without anything below it. */
const HEAD_KEEPS = 60;
/** Of a row of one line, and of a head. */
const ROW_HEIGHT = 19;

/** What so many rows of one line take with their head. */
export function tableHeight(rows: number): number {
  return (rows + 1) * ROW_HEIGHT + GAP;
}

/** A table whose head is repeated on each page; no row is cut by the end of one. */
export function beginTable(pen: Pen, columns: readonly PdfColumn[], { named }: TableOptions = {}): PdfTable {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN;
  const places = columns.map(({ share, align = 'left' }) => {
    const place = { x, width: (pen.width * share) / shares, align };
    x += place.width;
    return place;
  });
  const table = pen.child(pen.root, 'Table');
  const head = rowOf(
    pen,
    columns.map(({ heading }, index) => ({
      ...placeOf(places, index),
      text: cut(heading),
      style: STYLES.columnHead,
      tag: 'TH',
      scope: 'Column',
    })),
  );
  pen.breakPageUnlessRoomFor(head.height + HEAD_KEEPS);
  tellRow(pen, table, head);
  return {
    row: (given, kind = 'row') => {
      const row = rowOf(
        pen,
        given.map((cell, index) => {
          const look = typeof cell === 'string' ? { text: cell } : cell;
          const isHead = index === named;
          return {
            ...placeOf(places, index),
            ...look,
            text: cut(look.text),
            style: toned(kind === 'total' ? STYLES.total : STYLES.cell, look),
            tag: isHead ? 'TH' : 'TD',
            ...(isHead ? { scope: 'Row' as const } : {}),
          };
        }),
      );
      if (pen.breakPageUnlessRoomFor(row.height)) {
        pen.ornament(() => drawRow(pen, head));
        pen.rule();
      }
      tellRow(pen, table, row);
    },
    end: () => {
      table.end();
      pen.y += GAP;
    },
  };
}

/** What something is, and beside it what it is here. */
export function writeFacts(pen: Pen, facts: readonly { label: string; value: string }[]): void {
  const table = pen.child(pen.root, 'Table');
  const labelWidth = pen.width * FACT_LABEL_SHARE;
  const value = { x: MARGIN + labelWidth, width: pen.width - labelWidth, align: 'left' } as const;
  const label = { x: MARGIN, width: labelWidth, align: 'left' } as const;
  for (const fact of facts) {
    const row = rowOf(pen, [
      { ...label, text: cut(fact.label), style: STYLES.factLabel, tag: 'TH', scope: 'Row' },
      { ...value, text: cut(fact.value), style: STYLES.body, tag: 'TD' },
    ]);
    pen.breakPageUnlessRoomFor(row.height);
    tellRow(pen, table, row);
  }
  table.end();
}

function rowOf(pen: Pen, cells: readonly Cell[]): Row {
  const heights = cells.map((cell) => {
    const { text, style, width, line, align } = cell;
    return line === undefined
      ? pen.heightOf(text, style, {
          width: width - CELL_PADDING - insetOf(cell),
          lines: MAX_CELL.lines,
          align,
        })
      : 0;
  });
  return { cells, height: Math.max(0, ...heights) + 2 * CELL_PADDING };
}

function tellRow(pen: Pen, table: Struct, row: Row): void {
  const line = pen.child(table, 'TR');
  for (const cell of row.cells) drawBehind(pen, cell, row.height);
  drawRow(pen, row, (cell, draw) => tellCell(pen, line, cell, row.height, draw));
  line.end();
  pen.rule();
}

function tellCell(pen: Pen, row: Struct, cell: Cell, height: number, draw: () => void): void {
  const told: Told = cell.scope === undefined ? {} : { scope: cell.scope };
  if (cell.line === undefined) return pen.content(row, cell.tag, { ...spoken(cell.text), ...told }, draw);
  const box = pen.child(row, cell.tag);
  pen.picture(box, cell.text, { x: cell.x, y: pen.y, width: cell.width, height }, draw);
  box.end();
}

/** @param tell how each cell is marked */
function drawRow(
  pen: Pen,
  { cells, height }: Row,
  tell: (cell: Cell, draw: () => void) => void = (_, draw) => draw(),
): void {
  const top = pen.y;
  for (const cell of cells) {
    pen.y = top;
    tell(cell, () => (cell.line === undefined ? drawText(pen, cell, top) : drawLine(pen, cell, top, height)));
  }
  pen.y = top + height;
}

/** Writing does not touch the edge of what lies behind it. */
function insetOf({ shade, bar }: PdfLook): number {
  return shade === undefined && bar === undefined ? 0 : CELL_PADDING;
}

function drawText(pen: Pen, cell: Cell, top: number): void {
  const { text, style, x, width, align } = cell;
  const inset = insetOf(cell);
  pen.place(text, style, {
    x: x + (align === 'left' ? inset : 0),
    y: top + CELL_PADDING,
    width: width - CELL_PADDING - inset,
    lines: MAX_CELL.lines,
    align,
  });
}

/** From its least to its most, nothing at the foot. */
function drawLine(pen: Pen, { line = [], x, width }: Cell, top: number, height: number): void {
  const most = Math.max(1, ...line);
  const [left, right] = [x + CELL_PADDING, x + width - 2 * CELL_PADDING];
  const [head, foot] = [top + CELL_PADDING, top + height - CELL_PADDING];
  const step = (right - left) / Math.max(1, line.length - 1);
  for (const [index, value] of line.entries()) {
    const y = foot - ((foot - head) * value) / most;
    if (index === 0) pen.doc.moveTo(left, y);
    else pen.doc.lineTo(left + index * step, y);
  }
  if (line.length === 1) pen.doc.lineTo(right, foot - ((foot - head) * (line[0] ?? 0)) / most);
  pen.doc.lineWidth(1).lineJoin('round').stroke(COLORS.main);
}

function drawBehind(pen: Pen, { bar, shade, x, width }: Cell, height: number): void {
  const top = pen.y;
  if (bar !== undefined && bar > 0)
    pen.ornament(() =>
      pen.doc
        .roundedRect(x, top + 2, Math.max(2, (width - GAP) * Math.min(1, bar)), height - 4, RADIUS / 2)
        .fill(COLORS.mainTint),
    );
  const look = shade === undefined ? undefined : SHADES[shade];
  if (look !== undefined)
    pen.ornament(() => pen.doc.rect(x + HAIRLINE, top, width - 2 * HAIRLINE, height).fill(look.paper));
}

function toned(style: Style, { tone, shade }: PdfLook): Style {
  if (shade !== undefined) return { ...style, color: SHADES[shade]?.ink ?? style.color };
  return tone === undefined ? style : { ...style, color: COLORS[tone] };
}

export function cut(text: string): string {
  const written = harmlessText(text);
  if (written.length <= MAX_CELL.letters) return written;
  return `${written.slice(0, MAX_CELL.letters).replace(/\p{Surrogate}$/u, '')}…`;
}

function placeOf<Place>(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (place === undefined) throw new Error('a row has more cells than its table has columns');
  return place;
}
