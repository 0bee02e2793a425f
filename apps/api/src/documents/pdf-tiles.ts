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

const HEIGHT = { plain: 48, compared: 78 };

export function tilesHeight(figures: readonly PdfFigure[]): number {
  return figures.some(({ change }) => change !== undefined) ? HEIGHT.compared : HEIGHT.plain;
}

/** Figures beside one another. */
export function drawTiles(pen: Pen, figures: readonly PdfFigure[]): void {
  const width = (pen.width - GAP * (figures.length - 1)) / figures.length;
  const height = tilesHeight(figures);
  pen.y += GAP;
  pen.breakPageUnlessRoomFor(height);
  const top = pen.y;
  const list = pen.child(pen.root, 'L');
  for (const [index, { label, value, change }] of figures.entries()) {
    const x = MARGIN + index * (width + GAP);
    pen.ornament(() => pen.doc.roundedRect(x, top, width, height, RADIUS).fill(COLORS.tile));
    const item = pen.child(list, 'LI');
    const line = (text: string, style: Style, y: number) =>
      pen.place(cut(text), style, { x: x + GAP, y: top + y, width: width - 2 * GAP });
    pen.content(item, 'LBody', {}, () => {
      line(value, STYLES.figure, 6);
      line(label, STYLES.quiet, 28);
      if (change === undefined) return;
      const noted = change.text === '' ? 44 : 58;
      if (change.text !== '') line(change.text, { ...STYLES.change, color: COLORS[change.tone] }, 44);
      if (change.note !== undefined) line(change.note, STYLES.tick, noted);
    });
    item.end();
  }
  list.end();
  pen.y = top + height + GAP;
}
