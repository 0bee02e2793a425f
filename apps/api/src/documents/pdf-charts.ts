/** Charts as vectors. Each is one picture, which its `alt` tells to those who do not see it. */
import { level, namedEvery, ticks } from './chart-scale.js';
import { type Color, COLORS, GAP, HAIRLINE, SHADE_LEVELS, SHADES, STYLES } from './pdf-look.js';
import type { Frame, Pen } from './pdf-pen.js';

export interface PdfSeries {
  readonly name: string;
  /** One a point; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly kind: 'columns' | 'line' | 'area';
  readonly color: Extract<Color, 'main' | 'beside' | 'besideTint' | 'good'>;
}

export interface PdfSeriesChart {
  /** What it says, in a sentence or two. */
  readonly alt: string;
  readonly height: number;
  /** One a point. */
  readonly names: readonly string[];
  readonly series: readonly PdfSeries[];
  /** How a figure is written. */
  readonly text: (value: number) => string;
}

export interface PdfHeatMap {
  readonly alt: string;
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** One a column; '' where none is written. */
  readonly names: readonly string[];
  readonly less: string;
  readonly more: string;
}

const HEAT_ROW = 19;
const HEAT_GAP = 2;
const SWATCH = 9;
const LEGEND = 18;
const NAMES = 16;
/** Columns are no wider than this, however few there are. */
const WIDEST_COLUMN = 34;
const MOST_DASHED = 70;

export function heatMapHeight({ rows }: Pick<PdfHeatMap, 'rows'>): number {
  return NAMES + rows.length * HEAT_ROW + LEGEND;
}

/** Columns side by side and lines over them, on an axis from 0. */
export function drawSeriesChart(pen: Pen, frame: Frame, chart: PdfSeriesChart): void {
  const { series, names, text } = chart;
  const legend = series.length > 1 ? LEGEND : 0;
  if (legend > 0) drawLegend(pen, frame, series);
  const scale = ticks(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const top = scale.at(-1) ?? 1;
  const axis = Math.max(...scale.map((value) => pen.widthOf(text(value), STYLES.tick))) + 1.5 * GAP;
  const plot = {
    x: frame.x + axis,
    // Room for the figure of the highest column.
    y: frame.y + legend + GAP,
    width: frame.width - axis,
    height: frame.height - legend - GAP - NAMES,
  };
  const yOf = (value: number) => plot.y + plot.height * (1 - value / top);
  for (const value of scale) {
    pen.doc
      .moveTo(plot.x, yOf(value))
      .lineTo(plot.x + plot.width, yOf(value))
      .lineWidth(value === 0 ? 1 : HAIRLINE)
      .stroke(value === 0 ? COLORS.besideTint : COLORS.line);
    pen.place(text(value), STYLES.tick, {
      x: frame.x,
      y: yOf(value) - STYLES.tick.size / 2 - 1,
      width: axis - GAP / 2,
      align: 'right',
    });
  }
  const band = plot.width / Math.max(1, names.length);
  const middle = (index: number) => plot.x + (index + 0.5) * band;
  drawColumns(pen, chart, band, middle, yOf);
  for (const one of series) if (one.kind !== 'columns') drawLine(pen, one, middle, yOf);
  drawNames(pen, names, plot, middle);
}

function drawColumns(
  pen: Pen,
  { series, text }: PdfSeriesChart,
  band: number,
  middle: (index: number) => number,
  yOf: (value: number) => number,
): void {
  const sets = series.filter(({ kind }) => kind === 'columns');
  const space = Math.min(WIDEST_COLUMN * sets.length, band * (band > 4 ? 0.76 : 0.9));
  const width = space / sets.length;
  // Where there is room for it, and no line over it, each column says its figure.
  const widest = Math.max(
    0,
    ...sets.flatMap(({ values }) => values.map((value) => pen.widthOf(text(value ?? 0), STYLES.mark))),
  );
  const isSaid = widest < band / sets.length && sets.length === series.length;
  for (const [place, { values, color }] of sets.entries())
    for (const [index, value] of values.entries()) {
      if (value === null) continue;
      const x = middle(index) - space / 2 + place * width;
      const drawn = Math.max(0.3, width - (sets.length > 1 ? Math.min(1.5, width * 0.1) : 0));
      if (value > 0) pen.doc.rect(x, yOf(value), drawn, yOf(0) - yOf(value)).fill(COLORS[color]);
      if (isSaid && value > 0)
        pen.place(text(value), place === 0 ? STYLES.mark : STYLES.tick, {
          x: x + drawn / 2 - widest,
          y: yOf(value) - STYLES.mark.size - 2.5,
          width: 2 * widest,
          align: 'center',
        });
    }
}

function drawLine(
  pen: Pen,
  { values, kind, color }: PdfSeries,
  middle: (index: number) => number,
  yOf: (value: number) => number,
): void {
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: middle(index), y: yOf(value) }],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return;
  const trace = () => {
    pen.doc.moveTo(first.x, first.y);
    for (const { x, y } of points.slice(1)) pen.doc.lineTo(x, y);
  };
  if (kind === 'area') {
    trace();
    pen.doc.lineTo(last.x, yOf(0)).lineTo(first.x, yOf(0)).closePath().fillOpacity(0.15).fill(COLORS[color]);
    pen.doc.fillOpacity(1);
  }
  trace();
  // Dashes of many points are a rash.
  const isDashed = kind === 'line' && points.length <= MOST_DASHED;
  if (isDashed) pen.doc.dash(2.5, { space: 2 });
  pen.doc
    .lineWidth(kind === 'line' && !isDashed ? 0.75 : 1.25)
    .lineJoin('round')
    .stroke(COLORS[color])
    .undash();
  if (points.length === 1) pen.doc.circle(first.x, first.y, 2).fill(COLORS[color]);
}

function drawNames(pen: Pen, names: readonly string[], plot: Frame, middle: (index: number) => number): void {
  const widest = Math.max(0, ...names.map((name) => pen.widthOf(name, STYLES.tick))) + GAP;
  const every = namedEvery(names.length, plot.width, widest);
  let free = Number.NEGATIVE_INFINITY;
  for (const [index, name] of names.entries()) {
    // The last stays within the margin.
    const left = Math.min(middle(index) - widest / 2, plot.x + plot.width - widest + GAP / 2);
    if (index % every !== 0 || left < free) continue;
    free = left + widest;
    pen.place(name, STYLES.tick, {
      x: left,
      y: plot.y + plot.height + 4,
      width: widest,
      align: 'center',
    });
  }
}

function drawLegend(pen: Pen, { x: left, y, width }: Frame, series: readonly PdfSeries[]): void {
  let x = left;
  for (const { name, kind, color, values } of series) {
    if (kind === 'line') {
      if (values.length <= MOST_DASHED) pen.doc.dash(2.5, { space: 2 });
      pen.doc
        .moveTo(x, y + SWATCH / 2)
        .lineTo(x + 2 * SWATCH, y + SWATCH / 2)
        .lineWidth(1.25)
        .stroke(COLORS[color])
        .undash();
    } else pen.doc.rect(x, y, SWATCH, SWATCH).fill(COLORS[color]);
    x += (kind === 'line' ? 2 : 1) * SWATCH + 4;
    const room = Math.max(0, left + width - x);
    pen.place(name, STYLES.tick, { x, y: y - 0.5, width: room });
    x += Math.min(room, pen.widthOf(name, STYLES.tick)) + 2 * GAP;
  }
}

/** Rows of cells, the darker the more. */
export function drawHeatMap(pen: Pen, frame: Frame, { rows, names, less, more }: PdfHeatMap): void {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values));
  const axis = Math.max(...rows.map(({ name }) => pen.widthOf(name, STYLES.tick))) + GAP;
  const cell = (frame.width - axis) / Math.max(1, names.length);
  const xOf = (index: number) => frame.x + axis + index * cell;
  for (const [index, name] of names.entries())
    if (name !== '')
      // Over the hour's beginning.
      pen.place(name, STYLES.tick, { x: xOf(index), y: frame.y, width: 3 * cell });
  for (const [place, { name, values }] of rows.entries()) {
    const y = frame.y + NAMES + place * HEAT_ROW;
    pen.place(name, STYLES.tick, { x: frame.x, y: y + (HEAT_ROW - STYLES.tick.size) / 2 - 2, width: axis });
    for (const [index, value] of values.entries()) {
      const { paper } = SHADES[level(value, most, SHADE_LEVELS)] ?? { paper: COLORS.tile };
      pen.doc.roundedRect(xOf(index), y, cell - HEAT_GAP, HEAT_ROW - HEAT_GAP, 2).fill(paper);
    }
  }
  const y = frame.y + NAMES + rows.length * HEAT_ROW + 5;
  let x = frame.x + axis;
  pen.place(less, STYLES.tick, { x, y, width: frame.width / 3 });
  x += pen.widthOf(less, STYLES.tick) + 5;
  for (const { paper } of SHADES) {
    pen.doc.roundedRect(x, y, SWATCH, SWATCH, 2).fill(paper);
    x += SWATCH + HEAT_GAP;
  }
  pen.place(more, STYLES.tick, { x: x + 3, y, width: frame.width / 3 });
}
