/**
 * A PDF of ours, written from top to bottom: what every such file has in common. What it says is tagged for those who have it read
 * out; lines, backgrounds and page numbers are marked as of no meaning. Texts may hold anything: they are made harmless here.
 */
import type { Readable } from 'node:stream';
import type { Locale } from '@num-ecard/contracts/locale';
import Pdf from 'pdfkit';
import { harmlessText } from './harmless-text.js';
import { drawable, FONTS } from './pdf-fonts.js';

export interface PdfOptions {
  /** Shown as the window's title. Our own words: it is also written into the metadata as it is. */
  readonly title: string;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly landscape?: boolean;
}

export interface PdfColumn {
  readonly heading: string;
  /** Its share of the width. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export interface PdfFigure {
  readonly label: string;
  readonly value: string;
}

interface Style {
  readonly font: keyof typeof FONTS;
  readonly size: number;
  readonly color: string;
}

interface Cell {
  readonly text: string;
  readonly style: Style;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly tag: 'TH' | 'TD';
  readonly scope?: 'Row' | 'Column';
}

const INK = '#1a1f2b';
const QUIET_INK = '#5a6273';
const LINE = '#d5d9e2';
const TILE = '#f1f3f8';
const STYLES = {
  title: { font: 'strong', size: 20, color: INK },
  heading: { font: 'strong', size: 12, color: INK },
  body: { font: 'regular', size: 10, color: INK },
  quiet: { font: 'regular', size: 9, color: QUIET_INK },
  figure: { font: 'strong', size: 16, color: INK },
  columnHead: { font: 'strong', size: 8, color: QUIET_INK },
  cell: { font: 'regular', size: 8.5, color: INK },
  factLabel: { font: 'regular', size: 10, color: QUIET_INK },
} as const satisfies Record<string, Style>;

/** Points; a page is 595 × 842 of them. */
const MARGIN = 40;
const FOOT = 24;
const GAP = 8;
const CELL_PADDING = 4;
/** What is longer ends in "…": nobody's text takes a page of a table for itself. */
const MAX_CELL = { letters: 300, lines: 6 };
const FACT_LABEL_SHARE = 0.28;
/** A heading does not stand at the end of a page without anything below it. */
const HEADING_KEEPS = 60;
/** A longer paragraph may go on over the page. */
const KEPT_TOGETHER = 200;
/** Digits of one width, so that numbers stand below one another. */
const TABULAR: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];

type Struct = ReturnType<PDFKit.PDFDocument['struct']>;
type StructOptions = NonNullable<Parameters<PDFKit.PDFDocument['struct']>[1]>;

export class PdfFile {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Struct;

  constructor({ title, locale, createdAt, landscape = false }: PdfOptions) {
    this.doc = new Pdf({
      size: 'A4',
      layout: landscape ? 'landscape' : 'portrait',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
      pdfVersion: '1.7',
      tagged: true,
      lang: locale,
      displayTitle: true,
      // The number of pages is written on each when all are there.
      bufferPages: true,
      info: { Title: title, Creator: 'NUM-ECARD', Producer: 'NUM-ECARD', CreationDate: createdAt },
    });
    for (const [name, font] of Object.entries(FONTS))
      this.doc.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** What is written, while it is; `end` ends it. */
  get stream(): Readable {
    return this.doc;
  }

  title(text: string): void {
    this.write('H1', text, STYLES.title);
    this.doc.y += 2;
  }

  heading(text: string): void {
    this.doc.y += GAP;
    this.breakPageUnlessRoomFor(HEADING_KEEPS);
    this.write('H2', text, STYLES.heading);
    this.doc.y += 2;
  }

  paragraph(text: string): void {
    this.write('P', text, STYLES.body);
    this.doc.y += GAP / 2;
  }

  /** A paragraph that says what one need not read. */
  remark(text: string): void {
    this.write('P', text, STYLES.quiet);
  }

  /** Figures beside one another. */
  figures(figures: readonly PdfFigure[]): void {
    const width = (this.width - GAP * (figures.length - 1)) / figures.length;
    const height = 48;
    this.doc.y += GAP;
    this.breakPageUnlessRoomFor(height);
    const top = this.doc.y;
    const list = this.child(this.root, 'L');
    for (const [index, { label, value }] of figures.entries()) {
      const x = MARGIN + index * (width + GAP);
      this.ornament(() => this.doc.roundedRect(x, top, width, height, 4).fill(TILE));
      const item = this.child(list, 'LI');
      const line = (text: string, style: Style, y: number) =>
        this.draw(cut(text), style, x + GAP, top + y, { width: width - 2 * GAP, lines: 1 });
      this.content(item, 'LBody', {}, () => {
        line(value, STYLES.figure, 6);
        line(label, STYLES.quiet, 28);
      });
      item.end();
    }
    list.end();
    this.doc.x = MARGIN;
    this.doc.y = top + height + GAP;
  }

  /** What something is, and beside it what it is here. */
  facts(facts: readonly PdfFigure[]): void {
    const table = this.child(this.root, 'Table');
    const labelWidth = this.width * FACT_LABEL_SHARE;
    for (const { label, value } of facts)
      this.row(table, [
        this.cell(label, STYLES.factLabel, { x: MARGIN, width: labelWidth, tag: 'TH', scope: 'Row' }),
        this.cell(value, STYLES.body, { x: MARGIN + labelWidth, width: this.width - labelWidth }),
      ]);
    table.end();
  }

  /** A table whose head is repeated on each page; no row is cut by the end of one. */
  table(columns: readonly PdfColumn[]): PdfTable {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    let x = MARGIN;
    const places = columns.map(({ share, align = 'left' }) => {
      const place = { x, width: (this.width * share) / shares, align };
      x += place.width;
      return place;
    });
    const table = this.child(this.root, 'Table');
    const head = columns.map(({ heading }, index) =>
      this.cell(heading, STYLES.columnHead, { ...placeOf(places, index), tag: 'TH', scope: 'Column' }),
    );
    const headHeight = this.heightOf(head);
    this.breakPageUnlessRoomFor(headHeight + HEADING_KEEPS);
    this.row(table, head);
    return {
      row: (texts) => {
        const cells = texts.map((text, index) => this.cell(text, STYLES.cell, placeOf(places, index)));
        if (this.breakPageUnlessRoomFor(this.heightOf(cells))) {
          this.ornament(() => this.drawRow(head));
          this.rule();
        }
        this.row(table, cells);
      },
      end: () => {
        table.end();
        this.doc.y += GAP;
      },
    };
  }

  /** Writes the page numbers and ends the file. */
  end(): void {
    const { count } = this.doc.bufferedPageRange();
    this.root.end();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      // Below the margin, which would otherwise begin another page.
      this.doc.page.margins.bottom = 0;
      const y = this.doc.page.height - MARGIN;
      const half = this.width / 2;
      this.ornament(() => {
        this.draw('NUM-ECARD', STYLES.quiet, MARGIN, y, { width: half, lines: 1 });
        this.draw(`${page + 1} / ${count}`, STYLES.quiet, MARGIN + half, y, {
          width: half,
          lines: 1,
          align: 'right',
        });
      });
    }
    this.doc.end();
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private write(tag: string, text: string, style: Style): void {
    const written = harmlessText(text);
    const options = { width: this.width, lineGap: 2 };
    this.use(style);
    const height = this.doc.heightOfString(drawable(written), options);
    if (height < KEPT_TOGETHER) this.breakPageUnlessRoomFor(height);
    this.content(this.root, tag, spoken(written), () => {
      this.use(style);
      this.doc.text(drawable(written), MARGIN, this.doc.y, options);
    });
  }

  private cell(
    text: string,
    style: Style,
    place: Pick<Cell, 'x' | 'width'> & Partial<Pick<Cell, 'align' | 'tag' | 'scope'>>,
  ): Cell {
    return { align: 'left', tag: 'TD', ...place, text: cut(text), style };
  }

  private row(table: Struct, cells: readonly Cell[]): void {
    this.breakPageUnlessRoomFor(this.heightOf(cells));
    const row = this.child(table, 'TR');
    this.drawRow(cells, (cell, draw) =>
      this.content(row, cell.tag, { ...spoken(cell.text), ...scope(cell) }, draw),
    );
    row.end();
    this.rule();
  }

  /** @param tell how each cell's text is marked */
  private drawRow(
    cells: readonly Cell[],
    tell: (cell: Cell, draw: () => void) => void = (_, draw) => draw(),
  ): void {
    const top = this.doc.y;
    const height = this.heightOf(cells);
    for (const cell of cells)
      tell(cell, () =>
        this.draw(cell.text, cell.style, cell.x, top + CELL_PADDING, {
          width: cell.width - CELL_PADDING,
          lines: MAX_CELL.lines,
          align: cell.align,
        }),
      );
    this.doc.x = MARGIN;
    this.doc.y = top + height;
  }

  private rule(): void {
    const { y } = this.doc;
    this.ornament(() =>
      this.doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.width, y)
        .lineWidth(0.5)
        .stroke(LINE),
    );
  }

  private heightOf(cells: readonly Cell[]): number {
    const heights = cells.map(({ text, style, width }) => {
      this.use(style);
      const most = MAX_CELL.lines * this.doc.currentLineHeight(true);
      return Math.min(this.doc.heightOfString(drawable(text), { width: width - CELL_PADDING }), most);
    });
    return Math.max(0, ...heights) + 2 * CELL_PADDING;
  }

  /** Text in a place of its own; what does not fit into its lines ends in "…". */
  private draw(
    text: string,
    style: Style,
    x: number,
    y: number,
    { width, lines, align = 'left' }: { width: number; lines: number; align?: 'left' | 'right' },
  ): void {
    this.use(style);
    // Half a point more, or the last line may be lost to rounding.
    const height = lines * this.doc.currentLineHeight(true) + 0.5;
    this.doc.text(drawable(text), x, y, {
      width,
      height,
      align,
      ellipsis: true,
      ...(align === 'right' ? { features: TABULAR } : {}),
    });
  }

  private use({ font, size, color }: Style): void {
    this.doc.font(font).fontSize(size).fillColor(color);
  }

  /** Draws what has no meaning for those who have the file read out. */
  private ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private content(parent: Struct, tag: string, options: StructOptions, draw: () => void): void {
    parent.add(this.doc.struct(tag, options, draw));
  }

  private child(parent: Struct, tag: string): Struct {
    const child = this.doc.struct(tag);
    parent.add(child);
    return child;
  }

  /** @returns whether a page was begun */
  private breakPageUnlessRoomFor(height: number): boolean {
    if (this.doc.y + height <= this.doc.page.maxY()) return false;
    this.doc.addPage();
    return true;
  }
}

export interface PdfTable {
  /** As many texts as columns. */
  row(texts: readonly string[]): void;
  end(): void;
}

function cut(text: string): string {
  const written = harmlessText(text);
  if (written.length <= MAX_CELL.letters) return written;
  return `${written.slice(0, MAX_CELL.letters).replace(/\p{Surrogate}$/u, '')}…`;
}

/** What is read out where the font cannot draw all of it. */
function spoken(text: string): StructOptions {
  return drawable(text) === text.replaceAll('\u202f', '\u00a0') ? {} : { actual: text };
}

function scope({ scope: of }: Cell): StructOptions {
  return of === undefined ? {} : ({ scope: of } as StructOptions);
}

function placeOf<Place>(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (place === undefined) throw new Error('a row has more cells than its table has columns');
  return place;
}
