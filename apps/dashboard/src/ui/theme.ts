/** Every colour, size and font of the dashboard. Nothing outside this file names one. */
import {
  type AnchorProps,
  type BadgeProps,
  type ButtonProps,
  type ContainerProps,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineTheme,
  type MenuProps,
  type PaperProps,
  type SegmentedControlProps,
  rem,
} from '@mantine/core';
import classes from './field.module.css';

const ink: MantineColorsTuple = [
  '#eef2fd',
  '#dbe3f9',
  '#b9c8f2',
  '#94abea',
  '#7c98e8',
  '#5577dc',
  '#3f62cf',
  '#2b4bb8',
  '#233e9a',
  '#1a2f78',
];

/** For `fw`, which takes no keys of the theme. */
export const WEIGHT = {
  regular: 'var(--mantine-font-weight-regular)',
  medium: 'var(--mantine-font-weight-medium)',
  bold: 'var(--mantine-font-weight-bold)',
} as const;

/** Sizes of icons, in pixels: beside text, in buttons, alone. */
export const ICON = { tiny: 14, small: 16, medium: 20, large: 28 } as const;

/** Charts: sizes in pixels, as Recharts asks for them; colours as Mantine names them. */
export const CHART = {
  height: 280,
  /** Of three bars that lie. */
  funnel: 160,
  axis: 44,
  gap: 24,
  fill: 0.15,
  stroke: 2,
  dashes: '4 4',
  main: 'var(--num-chart-main)',
  beside: 'var(--num-chart-beside)',
  good: 'var(--num-up)',
} as const;

/** Of a row in tables of hundreds of cards, in pixels, by which the rows that are seen are reckoned. */
export const CARDS_ROW = 52;

/** About as much as a prospect of a list takes, in pixels, until it is drawn and measured. */
export const PROSPECT_ROW = 120;

/** Colours for how much there is in a table's cell: `--num-heat-1` to this. */
export const HEAT_LEVELS = 6;

/** Offered for a card; each is told from white and from black. */
export const CARD_SWATCHES = [
  '#1f3a5f',
  '#0b5fff',
  '#0f5c4d',
  '#2d5a27',
  '#8a4b08',
  '#8c2f5b',
  '#4b2e83',
  '#1d1d1f',
] as const;

/** Of a list that is one in meaning, and looks like what is in it. */
export const LIST = { m: 0, p: 0, style: { listStyle: 'none' } } as const;

/** Of bars that lie, in pixels: what their names and figures take, and what is between two that belong together. */
export const BARS = { names: 100, figures: 44, gap: 2 } as const;

/** Of a map of heat: colours from few to many, and sizes in pixels. */
export const HEAT_MAP = {
  none: 'var(--num-scale-0)',
  levels: [1, 2, 3, 4, 5].map((level) => `var(--num-scale-${level})`),
  days: 48,
  hours: 22,
  font: 11,
  gap: 3,
  radius: 3,
  /** Cells of hours side by side, at least and at most; of hours below one another. */
  narrowest: 26,
  widest: 34,
  upright: 24,
} as const;

const amber: MantineColorsTuple = [
  '#fff6e0',
  '#fdebc0',
  '#fadb92',
  '#f6c75b',
  '#efb12e',
  '#d99a14',
  '#b97f0b',
  '#946309',
  '#744c08',
  '#5c3b06',
];

const CONTAINER: Readonly<Record<string | number, string>> = { form: rem(440), page: rem(1080) };

export const theme = createTheme({
  colors: { ink, amber },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontSizes: { '2xl': rem(28), sentence: `clamp(${rem(21)}, 1.1rem + 1.1vw, ${rem(28)})` },
  fontWeights: { medium: '550', bold: '680' },
  lineHeights: { figure: '1.2', sentence: '1.35' },
  headings: {
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fontWeight: '650',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: rem(24), lineHeight: '1.3' },
      h2: { fontSize: rem(18), lineHeight: '1.4' },
      h3: { fontSize: rem(15), lineHeight: '1.45' },
    },
  },
  spacing: { '2xl': rem(48) },
  radius: { md: rem(10), lg: rem(14) },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects: `Menu.extend` and the like would bring each component's code into every page.
  components: {
    Anchor: { defaultProps: { underline: 'hover' } satisfies AnchorProps },
    Badge: { defaultProps: { tt: 'none', fw: WEIGHT.medium } satisfies BadgeProps },
    Button: { defaultProps: { fw: WEIGHT.medium } satisfies ButtonProps },
    Container: {
      vars: (_theme: MantineTheme, { size }: ContainerProps) => ({
        root: size === undefined ? {} : { '--container-size': CONTAINER[size] },
      }),
    },
    // Its words would change their colour in steps, and be too pale on the way.
    SegmentedControl: { defaultProps: { transitionDuration: 0 } satisfies Partial<SegmentedControlProps> },
    // Only the colour of its border would tell that it has the focus.
    Input: { classNames: { input: classes['field'] ?? '' } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', width: rem(260) } satisfies MenuProps },
    Paper: {
      defaultProps: { withBorder: true, radius: 'lg' } satisfies PaperProps,
      styles: { root: { backgroundColor: 'var(--num-surface)' } },
    },
  },
});

/** Contrast: Mantine's own dimmed, error and placeholder colours fall short of 4.5 to 1 on our surfaces. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    // Of what has the focus, as Mantine's own; of a field on its border.
    '--num-focus-ring': `${rem(2)} solid var(--mantine-primary-color-filled)`,
    '--num-focus-offset': rem(-1),
    '--num-qr-size': rem(192),
    '--num-bar-height': rem(60),
    '--num-tile-height': rem(124),
    '--num-list-height': rem(260),
    '--num-switcher-height': rem(67),
    '--num-period-height': rem(91),
    '--num-picker-width': rem(520),
    '--num-table-height': rem(360),
    '--num-trends-height': rem(470),
    '--num-glance-height': rem(190),
    '--num-line-height': rem(120),
    '--num-hairline': rem(1),
    '--num-cards-height': `min(70vh, ${rem(620)})`,
    '--num-cards-row': `${CARDS_ROW}px`,
    '--num-card-width': `clamp(${rem(132)}, 24vw, ${rem(220)})`,
    '--num-figure-width': rem(96),
    '--num-spark-height': rem(28),
    '--num-form-width': rem(520),
    '--num-line-offset': rem(3),
    '--num-portrait-size': rem(88),
    '--num-crop-size': rem(240),
    '--num-preview-height': `clamp(${rem(416)}, calc(100dvh - ${rem(240)}), ${rem(760)})`,
    '--num-preview-height-phone': `max(${rem(320)}, calc(100dvh - ${rem(284)}))`,
    '--num-report-height': `max(${rem(240)}, calc(100dvh - ${rem(440)}))`,
    '--num-report-height-phone': `max(${rem(240)}, calc(100dvh - ${rem(420)}))`,
    '--num-state-width': rem(150),
    '--num-below-header': rem(16),
    '--num-tray-top': rem(8),
    // Of the bar that stays at the foot of a form: above the navigation of a phone.
    '--num-above-footer': `calc(var(--num-foot-height) + ${rem(8)})`,
    '--num-sources-height': rem(420),
    '--num-links-height': rem(200),
    // Of a printed sheet, A4; a hair lower than the paper, or rounding makes a second page.
    '--num-sheet-width': '210mm',
    '--num-sheet-height': '296.5mm',
    '--num-sheet-preview': rem(520),
    // What is on it, in hundredths of its width.
    '--num-sheet-margin': '8cqw',
    '--num-sheet-gap': '4cqw',
    '--num-sheet-qr': '66cqw',
    '--num-sheet-call': '10cqw',
    '--num-sheet-title': '5cqw',
    '--num-sheet-text': '3.4cqw',
    '--num-sheet-small': '2cqw',
    '--num-label-padding': '2cqw',
    '--num-label-gap': '0.8cqw',
    '--num-label-qr': '22cqw',
    '--num-label-call': '2.8cqw',
    '--num-label-text': '1.9cqw',
    '--num-places-height': rem(480),
    '--num-tiles-width': rem(160),
    '--num-swatch-size': rem(12),
    '--num-time-of-day-width': rem(48),
    '--num-buttons-height': rem(640),
    '--num-engaged-height': rem(480),
    '--num-devices-height': rem(190),
    '--num-hours-height': rem(330),
    '--num-visits-height': rem(600),
    '--num-filtered-height': rem(72),
    '--num-prospects-height': rem(480),
    '--num-person-width': rem(220),
    '--num-column-width': rem(190),
    '--num-bullet-size': rem(24),
    '--num-timeline-width': rem(2),
    '--num-month-width': rem(240),
    '--num-month-height': rem(190),
    '--num-funnel-height': rem(200),
    '--num-trend-height': rem(330),
    '--num-side-panel-width': `min(100vw, ${rem(560)})`,
  },
  light: {
    '--num-surface': '#ffffff',
    '--num-chart-main': ink[6],
    '--num-chart-beside': '#6b7686',
    '--num-up': '#0b6b50',
    '--num-down': '#b42325',
    '--num-consent-teal': '#0b6b50',
    '--num-consent-amber': amber[7],
    '--num-consent-red': '#b42325',
    '--num-heat-1': '#f3f5fd',
    '--num-heat-2': '#e2e8f9',
    '--num-heat-3': '#cfd9f5',
    '--num-heat-4': '#bbc9f1',
    '--num-heat-5': '#a7b8ed',
    '--num-heat-6': '#8fa5e8',
    '--mantine-color-body': '#f6f7f9',
    '--mantine-color-text': '#16202e',
    '--mantine-color-dimmed': '#566172',
    '--mantine-color-placeholder': '#6b7686',
    '--mantine-color-error': '#c0292b',
    '--mantine-color-anchor': ink[7],
    '--mantine-color-default-border': '#dfe3e9',
    '--mantine-color-red-filled': '#c0292b',
    '--mantine-color-red-filled-hover': '#a82224',
    '--num-scale-0': '#e9ecf1',
    '--num-scale-1': ink[2],
    '--num-scale-2': ink[3],
    '--num-scale-3': ink[5],
    '--num-scale-4': ink[7],
    '--num-scale-5': ink[9],
    '--mantine-color-teal-light-color': '#06664a',
  },
  dark: {
    '--num-surface': '#1b222d',
    '--num-chart-main': ink[4],
    '--num-chart-beside': '#8c97a6',
    '--num-up': '#63d3ae',
    '--num-down': '#ff9a9a',
    '--num-consent-teal': '#63d3ae',
    '--num-consent-amber': amber[3],
    '--num-consent-red': '#ff9a9a',
    '--num-heat-1': '#1f283d',
    '--num-heat-2': '#233051',
    '--num-heat-3': '#283866',
    '--num-heat-4': '#2c417b',
    '--num-heat-5': '#314990',
    '--num-heat-6': '#3653a8',
    // Mantine's own is the colour of what it lies on here.
    '--mantine-color-disabled': 'var(--mantine-color-dark-4)',
    '--mantine-color-body': '#12171f',
    '--mantine-color-text': '#e6eaf0',
    '--mantine-color-dimmed': '#a3aebd',
    '--mantine-color-placeholder': '#8c97a6',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': ink[3],
    '--mantine-color-default-border': '#2f3947',
    '--mantine-color-red-filled': '#c0292b',
    '--mantine-color-red-filled-hover': '#a82224',
    '--num-scale-0': '#2b3442',
    '--num-scale-1': '#30427c',
    '--num-scale-2': ink[6],
    '--num-scale-3': ink[4],
    '--num-scale-4': ink[2],
    '--num-scale-5': ink[0],
    '--mantine-color-ink-light': '#27345a',
    '--mantine-color-ink-light-hover': '#33447a',
    '--mantine-color-ink-light-color': ink[1],
    '--mantine-color-dark-4': '#3b4757',
    '--mantine-color-dark-5': '#28313e',
    '--mantine-color-dark-6': '#1b222d',
    '--mantine-color-dark-7': '#151b24',
  },
});
