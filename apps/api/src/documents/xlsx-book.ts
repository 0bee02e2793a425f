/**
 * An Excel workbook of ours, written while it is read: what every such file has in common. It waits for a reader who is slow, and ends
 * when nobody reads on. Texts may hold anything: they are made harmless here, and none becomes a formula.
 */
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Locale } from '@num-ecard/contracts/locale';
import Excel from 'exceljs';
import { type XlsxLook, XlsxLooks } from './xlsx-looks.js';
import { cellText, sheetName } from './xlsx-text.js';

export interface XlsxOptions {
  readonly title: string;
  readonly locale: Locale;
  readonly createdAt: Date;
}

/** A formula with what it comes to, for those who open the file without working it out. */
export interface XlsxFormula {
  /** In English and with commas, as files have it; made of references and our own words. */
  readonly formula: string;
  readonly result: string | number;
}

export type XlsxValue = string | number | null | XlsxFormula;

export interface XlsxCell {
  readonly value: XlsxValue;
  readonly look: XlsxLook;
}

export interface SheetOptions {
  readonly name: string;
  /** Colour of its tab, `AARRGGBB`. */
  readonly tab: string;
  /** In characters, one a column. */
  readonly widths: readonly number[];
  /** What stays on screen. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** On each printed page; the first to the last. */
  readonly repeatedRows?: string;
  /** On paper: as wide as a page unless it is too wide for that, or all on one upright page. */
  readonly print?: 'wide' | 'page';
  readonly gridLines?: boolean;
}

/** Nobody reads any more. */
export class ReaderGone extends Error {}

/** What the writer keeps of a sheet that the file has not taken yet. Its types do not tell; a test notices when it changes. */
interface SheetInternals {
  readonly stream: { readonly pipes: readonly Writable[] };
}

const A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
const LANGUAGES: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

export class XlsxBook {
  readonly stream: Readable;
  readonly looks: XlsxLooks;
  readonly locale: Locale;
  readonly #title: string;
  readonly #file = new PassThrough();
  readonly #writer: Excel.stream.xlsx.WorkbookWriter;
  readonly #names: string[] = [];
  #wake = (): void => {};

  constructor({ title, locale, createdAt }: XlsxOptions) {
    this.stream = this.#file;
    this.looks = new XlsxLooks(locale);
    this.locale = locale;
    this.#title = cellText(title);
    this.#writer = new Excel.stream.xlsx.WorkbookWriter({
      stream: this.#file,
      useStyles: true,
      // They would all be held until the end.
      useSharedStrings: false,
      zip: { zlib: { level: 6 } },
    });
    Object.assign(this.#writer, {
      title: this.#title,
      creator: 'NUM-ECARD',
      lastModifiedBy: 'NUM-ECARD',
      language: LANGUAGES[locale],
      created: createdAt,
      modified: createdAt,
    });
    // Also wakes who waits for a reader that is gone.
    this.#file.once('close', () => this.#wake());
  }

  /** The name that a sheet will have: two that would be called the same are not. */
  name(wanted: string): string {
    return sheetName(wanted, this.#names);
  }

  /** Sheets are written one after the other: the one before has been ended. */
  sheet(options: SheetOptions): XlsxSheet {
    const name = this.name(options.name);
    this.#names.push(name);
    const { tab, widths, frozen, repeatedRows, print, gridLines = true } = options;
    const sheet = this.#writer.addWorksheet(name, {
      properties: { tabColor: { argb: tab }, dyDescent: 0.25 },
      views: [
        frozen === undefined
          ? { state: 'normal', showGridLines: gridLines }
          : { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: gridLines },
      ],
      pageSetup: {
        // The types name it by an enum that the library does not have.
        // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
        paperSize: A4,
        orientation: print === 'page' ? 'portrait' : 'landscape',
        margins: MARGINS,
        ...(print !== 'wide' && { fitToPage: true, fitToWidth: 1, fitToHeight: print === 'page' ? 1 : 0 }),
        ...(repeatedRows !== undefined && { printTitlesRow: repeatedRows }),
      },
      headerFooter: { oddFooter: `&L&8${printed(this.#title)}&C&8${printed(name)}&R&8&P / &N` },
    });
    sheet.columns = widths.map((width) => ({ width }));
    return new XlsxSheet(sheet, name, () => this.#taken(sheet));
  }

  /** Ends the file, after its last sheet. */
  async end(): Promise<void> {
    await Promise.race([
      this.#writer.commit(),
      new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (this.#file.destroyed) resolve();
      }),
    ]);
  }

  /**
   * The library writes on whether somebody reads or not: this waits until what it has written is on its way.
   * @throws {ReaderGone}
   */
  async #taken(sheet: Excel.Worksheet): Promise<void> {
    const [behind] = (sheet as unknown as SheetInternals).stream.pipes;
    if (behind === undefined) throw new Error('exceljs hands its sheets on in another way than it did');
    if (!this.#file.destroyed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        // Nothing, which comes through when all before it has.
        behind.write('', () => resolve());
      });
    }
    await nextTurn();
    if (this.#file.destroyed) throw new ReaderGone();
  }
}

/** Written from top to bottom. */
export class XlsxSheet {
  readonly name: string;
  readonly #sheet: Excel.Worksheet;
  readonly #taken: () => Promise<void>;
  #written = 0;

  constructor(sheet: Excel.Worksheet, name: string, taken: () => Promise<void>) {
    this.#sheet = sheet;
    this.name = name;
    this.#taken = taken;
  }

  /** Counted from 1. */
  get nextRow(): number {
    return this.#written + 1;
  }

  row(cells: readonly (XlsxCell | null)[], height?: number): void {
    this.#written += 1;
    const row = this.#sheet.getRow(this.#written);
    for (const [index, cell] of cells.entries()) {
      if (cell === null) continue;
      const place = row.getCell(index + 1);
      if (cell.value !== null) place.value = written(cell.value);
      place.style = cell.look;
    }
    if (height !== undefined) row.height = height;
    row.commit();
  }

  /** Leaves some free. */
  skip(rows = 1): void {
    this.#written += rows;
  }

  /** Colours from few to many. @param range such as `B5:Y11` */
  heat(range: string, { least, most }: { readonly least: string; readonly most: string }): void {
    this.#sheet.addConditionalFormatting({
      ref: range,
      rules: [
        {
          type: 'colorScale',
          priority: 1,
          cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
          color: [{ argb: least }, { argb: most }],
        },
      ],
    });
  }

  /** One a sheet, and not above further rows that it must not hide. */
  filter(range: string): void {
    this.#sheet.autoFilter = range;
  }

  /** Waits until somebody has taken what is written. @throws {ReaderGone} */
  async taken(): Promise<void> {
    await this.#taken();
  }

  /** @throws {ReaderGone} */
  async end(): Promise<void> {
    await this.#taken();
    this.#sheet.commit();
  }
}

function written(value: string | number | XlsxFormula): Excel.CellValue {
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'number') return value;
  const { formula, result } = value;
  return { formula, result: typeof result === 'string' ? cellText(result) : result, date1904: false };
}

/** In a page's foot `&` begins an instruction, and a figure after one would be a size. */
function printed(text: string): string {
  return ` ${text
    .slice(0, 80)
    .replace(/\p{Surrogate}$/u, '')
    .replaceAll('&', '&&')}`;
}

/** `A`, `Z`, `AA`. @param index from 0 */
export function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}
