/**
 * A PDF of ours, written from top to bottom: what every such file has in common. What it says is tagged for those who have it read
 * out; lines, backgrounds and page numbers are marked as of no meaning. Texts may hold anything: they are made harmless here.
 */
import type { Readable } from 'node:stream';
import type { Locale } from '@num-ecard/contracts/locale';
import { harmlessText } from './harmless-text.js';
import {
  drawHeatMap,
  drawSeriesChart,
  heatMapHeight,
  type PdfHeatMap,
  type PdfSeriesChart,
} from './pdf-charts.js';
import { drawCover, type PdfCover } from './pdf-cover.js';
import { drawable } from './pdf-fonts.js';
import { GAP, MARGIN, type Style, STYLES } from './pdf-look.js';
import { type Frame, Pen, spoken } from './pdf-pen.js';
import { beginTable, type PdfColumn, type PdfTable, type TableOptions, writeFacts } from './pdf-table.js';
import { drawList } from './pdf-list.js';
import { drawTiles, type PdfFigure } from './pdf-tiles.js';

export interface PdfOptions {
  /** Shown as the window's title. Our own words: it is also written into the metadata as it is. */
  readonly title: string;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly landscape?: boolean;
  /** At the foot of each page, after our name. */
  readonly foot?: string;
}

/** A heading does not stand at the end of a page without anything below it. */
const HEADING_KEEPS = 60;
/** A longer paragraph may go on over the page. */
const KEPT_TOGETHER = 200;

export class PdfFile {
  private readonly pen: Pen;
  private readonly foot: string;

  constructor({ title, locale, createdAt, landscape = false, foot }: PdfOptions) {
    this.pen = new Pen({ title, locale, createdAt, landscape });
    this.foot = ['NUM-ECARD', foot].filter(Boolean).join(' · ');
  }

  /** What is written, while it is; `end` ends it. */
  get stream(): Readable {
    return this.pen.doc;
  }

  /** The head of the first page, with the title. */
  cover(cover: PdfCover): void {
    drawCover(this.pen, cover);
  }

  title(text: string): void {
    this.write('H1', text, STYLES.title);
    this.pen.y += 2;
  }

  /**
   * Also a bookmark.
   * @param keeps of what follows, so much stands on the same page
   */
  heading(text: string, keeps: number = HEADING_KEEPS): void {
    this.pen.y += 2 * GAP;
    this.pen.breakPageUnlessRoomFor(keeps + 2 * STYLES.heading.size);
    const { width: left } = this.pen.doc.page;
    this.pen.doc.outline.addItem(drawable(harmlessText(text)), { top: this.pen.y, left } as object);
    this.write('H2', text, STYLES.heading);
    this.pen.y += 2;
  }

  /** Of a part of what stands under a heading. */
  subheading(text: string, keeps: number = HEADING_KEEPS): void {
    this.pen.y += GAP;
    this.pen.breakPageUnlessRoomFor(keeps + 2 * STYLES.subheading.size);
    this.write('H3', text, STYLES.subheading);
    this.pen.y += 2;
  }

  paragraph(text: string): void {
    this.write('P', text, STYLES.body);
    this.pen.y += GAP / 2;
  }

  /** A paragraph that says what one need not read. */
  remark(text: string): void {
    this.write('P', text, STYLES.quiet);
    this.pen.y += 2;
  }

  /** One below the other, each with a dot. */
  list(items: readonly string[]): void {
    drawList(this.pen, items);
  }

  /** Begins a page unless there is room for what belongs together. */
  keep(height: number): void {
    this.pen.breakPageUnlessRoomFor(height);
  }

  gap(): void {
    this.pen.y += GAP;
  }

  /** How the pages from the next on lie. */
  turn(layout: 'portrait' | 'landscape'): void {
    this.pen.turn(layout);
  }

  /** Figures beside one another. */
  figures(figures: readonly PdfFigure[]): void {
    drawTiles(this.pen, figures);
  }

  /** What something is, and beside it what it is here. */
  facts(facts: readonly { label: string; value: string }[]): void {
    writeFacts(this.pen, facts);
  }

  /** A table whose head is repeated on each page; no row is cut by the end of one. */
  table(columns: readonly PdfColumn[], options?: TableOptions): PdfTable {
    return beginTable(this.pen, columns, options);
  }

  seriesChart(chart: PdfSeriesChart): void {
    this.picture(chart.alt, chart.height, (frame) => drawSeriesChart(this.pen, frame, chart));
  }

  heatMap(map: PdfHeatMap): void {
    this.picture(map.alt, heatMapHeight(map), (frame) => drawHeatMap(this.pen, frame, map));
  }

  /** Writes the page numbers and ends the file. */
  end(): void {
    const { pen } = this;
    const { count } = pen.doc.bufferedPageRange();
    pen.root.end();
    for (let page = 0; page < count; page++) {
      pen.doc.switchToPage(page);
      // Below the margin, which would otherwise begin another page.
      pen.doc.page.margins.bottom = 0;
      const y = pen.doc.page.height - MARGIN;
      const half = pen.width / 2;
      pen.ornament(() => {
        pen.place(harmlessText(this.foot), STYLES.quiet, { x: MARGIN, y, width: half + half / 2 });
        pen.place(`${page + 1} / ${count}`, STYLES.quiet, {
          x: MARGIN + half + half / 2,
          y,
          width: half / 2,
          align: 'right',
        });
      });
    }
    pen.doc.end();
  }

  private picture(alt: string, height: number, draw: (frame: Frame) => void): void {
    const { pen } = this;
    pen.y += GAP / 2;
    pen.breakPageUnlessRoomFor(height);
    const frame = { x: MARGIN, y: pen.y, width: pen.width, height };
    pen.picture(pen.root, alt, frame, () => draw(frame));
    pen.y = frame.y + height + GAP;
  }

  private write(tag: string, text: string, style: Style): void {
    const { pen } = this;
    const written = harmlessText(text);
    const options = { width: pen.width, lineGap: 2 };
    pen.use(style);
    const height = pen.doc.heightOfString(drawable(written), options);
    if (height < KEPT_TOGETHER) pen.breakPageUnlessRoomFor(height);
    pen.content(pen.root, tag, spoken(written), () => {
      pen.use(style);
      pen.doc.text(drawable(written), MARGIN, pen.y, options);
    });
  }
}
