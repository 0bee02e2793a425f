/** Colours, letters and measures of every PDF. Lengths are points; a page has 595 × 842 of them. */
import type { FONTS } from './pdf-fonts.js';

/** Each is told from white, and what is written in it read on a tile, by people who see little. */
export const COLORS = {
  ink: '#16202e',
  quiet: '#566172',
  line: '#dfe3e9',
  tile: '#f3f5f9',
  paper: '#ffffff',
  main: '#3f62cf',
  /** Of the same, where writing lies over it. */
  mainTint: '#dbe3f9',
  beside: '#6b7686',
  besideTint: '#b7bfcc',
  good: '#0b6b50',
  bad: '#b42325',
  deep: '#1a2f78',
  onDeep: '#dbe3f9',
} as const;
export type Color = keyof typeof COLORS;

/** From nothing to most: a background, and the ink that is read on it. */
export const SHADES: readonly { readonly paper: string; readonly ink: string }[] = [
  { paper: '#eef0f4', ink: COLORS.ink },
  { paper: '#dbe3f9', ink: COLORS.ink },
  { paper: '#b9c8f2', ink: COLORS.ink },
  { paper: '#7c98e8', ink: COLORS.ink },
  { paper: '#2b4bb8', ink: COLORS.paper },
  { paper: '#1a2f78', ink: COLORS.paper },
];

/** How dark a cell can be, from 1 on. */
export const SHADE_LEVELS = SHADES.length - 1;

export interface Style {
  readonly font: keyof typeof FONTS;
  readonly size: number;
  readonly color: string;
}

export const STYLES = {
  title: { font: 'strong', size: 20, color: COLORS.ink },
  heading: { font: 'strong', size: 13, color: COLORS.ink },
  subheading: { font: 'strong', size: 10, color: COLORS.ink },
  body: { font: 'regular', size: 10, color: COLORS.ink },
  quiet: { font: 'regular', size: 9, color: COLORS.quiet },
  figure: { font: 'strong', size: 17, color: COLORS.ink },
  change: { font: 'strong', size: 8.5, color: COLORS.quiet },
  columnHead: { font: 'strong', size: 8, color: COLORS.quiet },
  cell: { font: 'regular', size: 8.5, color: COLORS.ink },
  total: { font: 'strong', size: 8.5, color: COLORS.ink },
  factLabel: { font: 'regular', size: 10, color: COLORS.quiet },
  tick: { font: 'regular', size: 7.5, color: COLORS.quiet },
  mark: { font: 'strong', size: 7.5, color: COLORS.ink },
  coverBrand: { font: 'strong', size: 11, color: COLORS.paper },
  coverKind: { font: 'strong', size: 10, color: COLORS.onDeep },
  coverTitle: { font: 'strong', size: 28, color: COLORS.paper },
  coverLine: { font: 'regular', size: 13, color: COLORS.paper },
} as const satisfies Record<string, Style>;

export const MARGIN = 40;
export const FOOT = 24;
export const GAP = 8;
export const CELL_PADDING = 4;
/** Of lines and of what is read as a thin frame. */
export const HAIRLINE = 0.5;
export const RADIUS = 4;
