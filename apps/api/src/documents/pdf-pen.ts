/** What every part of a PDF is drawn with: where the page ends, letters in their place, and what is told to those who have it read out. */
import type { Locale } from '@num-ecard/contracts/locale';
import Pdf from 'pdfkit';
import { harmlessText } from './harmless-text.js';
import { drawable, FONTS } from './pdf-fonts.js';
import { COLORS, FOOT, HAIRLINE, MARGIN, type Style } from './pdf-look.js';

export interface PenOptions {
  readonly title: string;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly landscape: boolean;
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Layout = 'portrait' | 'landscape';
type Align = 'left' | 'right' | 'center';
export type Struct = ReturnType<PDFKit.PDFDocument['struct']>;
export interface Told {
  /** What a picture says. */
  readonly alt?: string;
  /** What a text says that the font cannot draw. */
  readonly actual?: string;
  readonly scope?: 'Row' | 'Column';
  /** Left, top, right, bottom. */
  readonly bbox?: readonly number[];
}

/** Digits of one width, so that numbers stand below one another. */
const TABULAR: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];

export class Pen {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Struct;
  private layout: Layout;
  /** How the present page lies. */
  private drawn: Layout;

  constructor({ title, locale, createdAt, landscape }: PenOptions) {
    this.layout = landscape ? 'landscape' : 'portrait';
    this.drawn = this.layout;
    this.doc = new Pdf({
      size: 'A4',
      layout: this.layout,
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

  /** Between the margins. */
  get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  get y(): number {
    return this.doc.y;
  }

  set y(y: number) {
    this.doc.x = MARGIN;
    this.doc.y = y;
  }

  /** @returns whether a page was begun */
  breakPageUnlessRoomFor(height: number): boolean {
    if (this.layout === this.drawn && this.y + height <= this.doc.page.maxY()) return false;
    this.addPage();
    return true;
  }

  /** How the pages from the next on lie; it is begun once there is something for it. */
  turn(layout: Layout): void {
    this.layout = layout;
  }

  private addPage(): void {
    this.drawn = this.layout;
    this.doc.addPage({ ...this.doc.options, layout: this.layout });
  }

  use({ font, size, color }: Style): void {
    this.doc.font(font).fontSize(size).fillColor(color);
  }

  lineHeight(style: Style): number {
    this.use(style);
    return this.doc.currentLineHeight(true);
  }

  /** Of a text on one line. */
  widthOf(text: string, style: Style): number {
    this.use(style);
    return this.doc.widthOfString(drawable(text));
  }

  /** Of a text in lines of a width, no more than `lines` of them. */
  heightOf(
    text: string,
    style: Style,
    { width, lines, align = 'left' }: { width: number; lines: number; align?: Align },
  ): number {
    const line = this.lineHeight(style);
    const written = drawable(text);
    const options = featuresOf(align);
    if (!written.includes('\n') && this.doc.widthOfString(written, options) <= width) return line;
    return Math.min(this.doc.heightOfString(written, { width, ...options }), lines * line);
  }

  /** A text in a place of its own; what does not fit into its lines ends in "…". */
  place(
    text: string,
    style: Style,
    {
      x,
      y,
      width,
      lines = 1,
      align = 'left',
    }: Pick<Frame, 'x' | 'y' | 'width'> & { lines?: number; align?: Align },
  ): void {
    const written = drawable(text);
    if (written === '') return;
    this.use(style);
    const features = featuresOf(align);
    const drawn = written.includes('\n')
      ? Number.POSITIVE_INFINITY
      : this.doc.widthOfString(written, features);
    if (drawn <= width) {
      // pdfkit need not look for where lines break: most texts are short.
      const space = align === 'left' ? 0 : (width - drawn) / (align === 'right' ? 1 : 2);
      this.doc.text(written, x + space, y, { lineBreak: false, ...features });
    } else {
      // Half a point more, or the last line may be lost to rounding.
      const height = lines * this.doc.currentLineHeight(true) + 0.5;
      this.doc.text(written, x, y, { width, height, align, ellipsis: true, ...features });
    }
    this.doc.x = MARGIN;
  }

  rule(): void {
    const { y } = this;
    this.ornament(() =>
      this.doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.width, y)
        .lineWidth(HAIRLINE)
        .stroke(COLORS.line),
    );
  }

  /** Draws what has no meaning for those who have the file read out. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  content(parent: Struct, tag: string, told: Told, draw: () => void): void {
    parent.add(this.doc.struct(tag, told, draw));
  }

  /** A picture, told by what it says. */
  picture(parent: Struct, alt: string, { x, y, width, height }: Frame, draw: () => void): void {
    this.content(parent, 'Figure', { alt: harmlessText(alt), bbox: [x, y, x + width, y + height] }, draw);
  }

  child(parent: Struct, tag: string): Struct {
    const child = this.doc.struct(tag);
    parent.add(child);
    return child;
  }
}

function featuresOf(align: Align): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return align === 'right' ? { features: TABULAR } : {};
}

/** What is read out where the font cannot draw all of it. */
export function spoken(text: string): Told {
  return drawable(text) === text.replaceAll('\u202f', '\u00a0') ? {} : { actual: text };
}
