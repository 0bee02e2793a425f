import { harmlessText } from './harmless-text.js';
import { COLORS, GAP, MARGIN, STYLES } from './pdf-look.js';
import { type Pen, spoken } from './pdf-pen.js';

const INDENT = 14;
const DOT = 1.6;
const MOST_LINES = 6;

/** One below the other, each with a dot. */
export function drawList(pen: Pen, items: readonly string[]): void {
  const list = pen.child(pen.root, 'L');
  for (const typed of items) {
    const text = harmlessText(typed);
    const width = pen.width - INDENT;
    const height = pen.heightOf(text, STYLES.body, { width, lines: MOST_LINES });
    pen.breakPageUnlessRoomFor(height);
    const { y } = pen;
    pen.ornament(() => pen.doc.circle(MARGIN + DOT + 2, y + STYLES.body.size / 2 + 1, DOT).fill(COLORS.main));
    const item = pen.child(list, 'LI');
    pen.content(item, 'LBody', spoken(text), () =>
      pen.place(text, STYLES.body, { x: MARGIN + INDENT, y, width, lines: MOST_LINES }),
    );
    item.end();
    pen.y = y + height + GAP / 2;
  }
  list.end();
}
