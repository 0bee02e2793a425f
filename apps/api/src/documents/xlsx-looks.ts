/** How cells look: quiet, in the product's colours, in the notation of the reader's language. */
import type { Locale } from '@num-ecard/contracts/locale';
import type { Font, Style } from 'exceljs';

/** What kind of value a cell shows. */
export const XLSX_KINDS = [
  'text',
  'count',
  'decimal',
  'share',
  'change',
  'duration',
  'day',
  'moment',
  'month',
] as const;
export type XlsxKind = (typeof XLSX_KINDS)[number];

/** What rows are known by: on the left, as text is. */
export const LABELS: ReadonlySet<XlsxKind> = new Set(['text', 'day', 'moment', 'month']);

export type XlsxLook = Partial<Style>;

const COLOURS = {
  ink: 'FF2B4BB8',
  deepInk: 'FF1A2F78',
  paleInk: 'FFEEF2FD',
  white: 'FFFFFFFF',
  text: 'FF16202E',
  quiet: 'FF566172',
  line: 'FFDFE3E9',
  amber: 'FF744C08',
  paleAmber: 'FFFFF6E0',
} as const;

/** Of a sheet's tab. */
export const TABS = { first: 'FF1A2F78', figures: 'FF3F62CF', cards: 'FF946309', rows: 'FF6B7686' } as const;
/** Of the highest figure, where colours tell how much there is. */
export const HEAT = { least: COLOURS.white, most: 'FF8FA5E8' } as const;

/** The language in which days and months are named: Windows' number for it. */
const FORMATS: Readonly<Record<Locale, Readonly<Record<Exclude<XlsxKind, 'text'>, string>>>> = {
  fr: {
    count: '#,##0',
    decimal: '#,##0.00',
    share: '0.0 %',
    change: '+0.0 %;-0.0 %;0.0 %',
    duration: '[h]:mm:ss',
    day: '[$-40C]ddd dd/mm/yyyy',
    moment: 'dd/mm/yyyy hh:mm:ss',
    month: '[$-40C]mmmm yyyy',
  },
  en: {
    count: '#,##0',
    decimal: '#,##0.00',
    share: '0.0%',
    change: '+0.0%;-0.0%;0.0%',
    duration: '[h]:mm:ss',
    day: '[$-809]ddd dd mmm yyyy',
    moment: '[$-809]dd mmm yyyy hh:mm:ss',
    month: '[$-809]mmmm yyyy',
  },
};

/** Each font is written whole: of what is left out, programs make their own. */
const font = (argb: string, more: Partial<Font> = {}): Partial<Font> => ({
  name: 'Calibri',
  family: 2,
  size: 11,
  color: { argb },
  ...more,
});
const solid = (argb: string): Style['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** One object a look: the writer knows an object again, and writes it once. */
export class XlsxLooks {
  readonly title: XlsxLook = { font: font(COLOURS.deepInk, { size: 16, bold: true }) };
  readonly heading: XlsxLook = { font: font(COLOURS.deepInk, { size: 12, bold: true }) };
  readonly note: XlsxLook = { font: font(COLOURS.quiet, { size: 10 }) };
  readonly notice: XlsxLook = {
    font: font(COLOURS.amber, { size: 10, bold: true }),
    fill: solid(COLOURS.paleAmber),
  };
  readonly label: XlsxLook = { font: font(COLOURS.quiet) };
  readonly link: XlsxLook = { font: font(COLOURS.ink, { underline: true }) };
  readonly head: XlsxLook = head('left');
  readonly headApart: XlsxLook = head('left', 1);
  readonly headOfNumbers: XlsxLook = head('right');
  /** Leaves room for the button of the filter. */
  readonly filteredHeadOfNumbers: XlsxLook = head('right', 2);
  readonly #body: Readonly<Record<XlsxKind, XlsxLook>>;
  readonly #apart: Readonly<Record<XlsxKind, XlsxLook>>;
  readonly #total: Readonly<Record<XlsxKind, XlsxLook>>;
  readonly #plain: Readonly<Record<XlsxKind, XlsxLook>>;

  constructor(locale: Locale) {
    const each = (look: (kind: XlsxKind, format: string) => XlsxLook) =>
      Object.fromEntries(
        XLSX_KINDS.map((kind) => [kind, look(kind, kind === 'text' ? '@' : FORMATS[locale][kind])]),
      ) as Record<XlsxKind, XlsxLook>;
    this.#plain = each((kind, format) => ({
      font: font(COLOURS.text),
      alignment: { horizontal: 'left' },
      ...(kind !== 'text' && { numFmt: format }),
    }));
    const body = (kind: XlsxKind, format: string, indent?: number): XlsxLook => ({
      font: font(COLOURS.text),
      ...(LABELS.has(kind) && {
        alignment: { horizontal: 'left', ...(indent !== undefined && { indent }) },
      }),
      border: { bottom: { style: 'hair', color: { argb: COLOURS.line } } },
      ...(kind !== 'text' && { numFmt: format }),
    });
    this.#body = each((kind, format) => body(kind, format));
    this.#apart = each((kind, format) => body(kind, format, 1));
    this.#total = each((kind, format) => total(kind === 'text' ? undefined : format));
  }

  /** In a table. */
  body(kind: XlsxKind): XlsxLook {
    return this.#body[kind];
  }

  /** The same beside a figure, which would touch it. */
  apart(kind: XlsxKind): XlsxLook {
    return this.#apart[kind];
  }

  /** Below a table. */
  total(kind: XlsxKind): XlsxLook {
    return this.#total[kind];
  }

  /** Beside a label, outside of tables. */
  plain(kind: XlsxKind): XlsxLook {
    return this.#plain[kind];
  }

  /** Below a table, in a format of its own. */
  totalIn(format: string): XlsxLook {
    return total(format);
  }
}

function head(horizontal: 'left' | 'right', indent = 0): XlsxLook {
  return {
    font: font(COLOURS.white, { bold: true }),
    fill: solid(COLOURS.ink),
    alignment: { horizontal, vertical: 'middle', wrapText: true, ...(indent > 0 && { indent }) },
  };
}

function total(format: string | undefined): XlsxLook {
  return {
    font: font(COLOURS.deepInk, { bold: true }),
    fill: solid(COLOURS.paleInk),
    border: { top: { style: 'thin', color: { argb: COLOURS.ink } } },
    ...(format !== undefined && { numFmt: format }),
  };
}
