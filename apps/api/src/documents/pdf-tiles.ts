import { COLORS, GAP, MARGIN, RADIUS, type Style, STYLES } from './pdf-look.js';
import type { Pen } from './pdf-pen.js';
import { cut } from './pdf-table.js';

export interface PdfChange {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly note?: string;
}

export interface PdfFigure {
  readonly label: string;
  readonly value: string;
  /** How it compares: said in words and signs, the colour says nothing more. */
  readonly change?: PdfChange | undefined;
}

/** Below the top of a tile. */
const AT = { figure: 6, label: 28, change: 44, noteBelowChange: 58 };
const PLAIN_HEIGHT = 48;
const FOOT = 11;
/** What has no room is written smaller, down to this, before any of it is left out. */
const LEAST_SIZE = 6;
const STEP = 0.5;
const NOTE_LINES = 2;
/** Of a letter's size: how far below its top it stands. */
const ASCENT = 0.97;

/** Figures beside one another. */
export function drawTiles(pen: Pen, figures: readonly PdfFigure[]): void {
  const width = (pen.width - GAP * (figures.length - 1)) / figures.length;
  const inside = width - 2 * GAP;
  const height = heightOf(pen, figures, inside);
  const all = (text: (figure: PdfFigure) => string) => figures.map((figure) => cut(text(figure)));
  const figureStyle = fitting(
    pen,
    all(({ value }) => value),
    STYLES.figure,
    inside,
  );
  const labelStyle = fitting(
    pen,
    all(({ label }) => label),
    STYLES.quiet,
    inside,
  );
  pen.y += GAP;
  pen.breakPageUnlessRoomFor(height);
  const top = pen.y;
  const list = pen.child(pen.root, 'L');
  for (const [index, { label, value, change }] of figures.entries()) {
    const x = MARGIN + index * (width + GAP);
    pen.ornament(() => pen.doc.roundedRect(x, top, width, height, RADIUS).fill(COLORS.tile));
    const item = pen.child(list, 'LI');
    const line = (text: string, style: Style, y: number, lines = 1) =>
      pen.place(cut(text), style, { x: x + GAP, y: top + y, width: inside, lines });
    pen.content(item, 'LBody', {}, () => {
      line(value, figureStyle, AT.figure + ASCENT * (STYLES.figure.size - figureStyle.size));
      line(label, labelStyle, AT.label);
      if (change === undefined) return;
      if (change.text !== '') line(change.text, { ...STYLES.change, color: COLORS[change.tone] }, AT.change);
      if (change.note !== undefined) line(change.note, STYLES.tick, noteAt(change), NOTE_LINES);
    });
    item.end();
  }
  list.end();
  pen.y = top + height + GAP;
}

function heightOf(pen: Pen, figures: readonly PdfFigure[], width: number): number {
  const heights = figures.map(({ change }) => {
    if (change === undefined) return PLAIN_HEIGHT;
    const { note } = change;
    const noted = note === undefined ? 0 : pen.heightOf(cut(note), STYLES.tick, { width, lines: NOTE_LINES });
    return Math.max(PLAIN_HEIGHT, noteAt(change) + noted + FOOT);
  });
  return Math.max(PLAIN_HEIGHT, ...heights);
}

/** Where there is no change to tell, in its place. */
function noteAt({ text }: PdfChange): number {
  return text === '' ? AT.change : AT.noteBelowChange;
}

/** Of one size for all of them, so that figures beside one another look alike. */
function fitting(pen: Pen, texts: readonly string[], style: Style, width: number): Style {
  let { size } = style;
  while (size > LEAST_SIZE && texts.some((text) => pen.widthOf(text, { ...style, size }) > width))
    size -= STEP;
  return { ...style, size };
}
