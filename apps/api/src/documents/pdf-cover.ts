import { harmlessText } from './harmless-text.js';
import { COLORS, GAP, MARGIN, STYLES } from './pdf-look.js';
import { type Pen, spoken } from './pdf-pen.js';

export interface PdfCover {
  /** What kind of document it is. */
  readonly kind: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Such as that it is an example. */
  readonly mark?: string;
  /** Figures whose outline adorns it; they say nothing here. */
  readonly outline?: readonly number[];
}

const HEIGHT = 208;
const TITLE = { top: 92, lines: 2 };
/** Below all that is written, but for a title of two lines. */
const OUTLINE = { height: 54, opacity: 0.16 };
const MARK = { height: 18, padding: 9 };

/** The head of the first page, over its whole width. */
export function drawCover(pen: Pen, { kind, title, lines, mark, outline = [] }: PdfCover): void {
  pen.ornament(() => {
    pen.doc.rect(0, 0, pen.doc.page.width, HEIGHT).fill(COLORS.deep);
    drawOutline(pen, outline);
  });
  const place = { x: MARGIN, width: pen.width };
  pen.ornament(() => pen.place('NUM-ECARD', STYLES.coverBrand, { ...place, y: MARGIN }));
  if (mark !== undefined) drawMark(pen, mark);
  pen.content(pen.root, 'P', {}, () => pen.place(kind, STYLES.coverKind, { ...place, y: TITLE.top - 22 }));
  const written = harmlessText(title).replaceAll('\n', ' ');
  const titleHeight = pen.heightOf(written, STYLES.coverTitle, { width: pen.width, lines: TITLE.lines });
  pen.content(pen.root, 'H1', spoken(written), () =>
    pen.place(written, STYLES.coverTitle, { ...place, y: TITLE.top, lines: TITLE.lines }),
  );
  let y = TITLE.top + titleHeight + GAP;
  for (const line of lines) {
    const said = harmlessText(line).replaceAll('\n', ' ');
    pen.content(pen.root, 'P', spoken(said), () => pen.place(said, STYLES.coverLine, { ...place, y }));
    y += pen.lineHeight(STYLES.coverLine) + 2;
  }
  pen.y = HEIGHT + GAP;
}

function drawMark(pen: Pen, mark: string): void {
  const width = pen.widthOf(mark, STYLES.coverKind) + 2 * MARK.padding;
  const x = MARGIN + pen.width - width;
  const y = MARGIN - 3;
  pen.ornament(() =>
    pen.doc
      .roundedRect(x, y, width, MARK.height, MARK.height / 2)
      .fillOpacity(0.18)
      .fill(COLORS.paper)
      .fillOpacity(1),
  );
  pen.content(pen.root, 'P', {}, () =>
    pen.place(mark, STYLES.coverKind, { x: x + MARK.padding, y: y + 3, width }),
  );
}

/** Columns along the foot, from edge to edge. */
function drawOutline(pen: Pen, figures: readonly number[]): void {
  const most = Math.max(0, ...figures);
  if (most === 0 || figures.length < 2) return;
  const band = pen.doc.page.width / figures.length;
  for (const [index, figure] of figures.entries()) {
    const height = (OUTLINE.height * figure) / most;
    pen.doc.rect(index * band, HEIGHT - height, band * 0.86, height);
  }
  pen.doc.fillOpacity(OUTLINE.opacity).fill(COLORS.paper).fillOpacity(1);
}
