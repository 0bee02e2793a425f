/** Workbooks as other programs read them: a library that did not write them, and LibreOffice where it is installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';

export type Value = string | number | boolean | Date | null;

/** A table of a sheet, by its heads. */
export interface ReadTable {
  readonly rows: readonly Readonly<Record<string, Value>>[];
  readonly totals: Readonly<Record<string, Value>>;
}

export function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  return readXlsx(bytes, { readStyles: true });
}

export function sheetOf(book: Workbook, name: string): Sheet {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (found === undefined)
    throw new Error(`no sheet ${name} among ${book.sheets.map((sheet) => sheet.name).join(', ')}`);
  return found;
}

/** @param headRow counted from 1 */
export function tableOf(sheet: Sheet, headRow = 4): ReadTable {
  const heads = (sheet.rows[headRow - 1] ?? []).map(String);
  const below = sheet.rows.slice(headRow);
  const end = below.findIndex(([first]) => first === 'Total');
  const named = (row: readonly unknown[] = []) =>
    Object.fromEntries(heads.map((head, place) => [head, (row[place] ?? null) as Value]));
  return {
    rows: (end < 0 ? below : below.slice(0, end)).map(named),
    totals: named(end < 0 ? [] : below[end]),
  };
}

/** How long a cell says that something lasted, in milliseconds: the reader makes of it a time on the day before 1900. */
export function lasted(value: Value | undefined): number | null {
  return value instanceof Date ? value.getTime() - Date.UTC(1899, 11, 31) : null;
}

/** `YYYY-MM-DD` */
export function dayIn(value: Value | undefined): string | null {
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}

/** Every formula of a workbook with what it comes to, by sheet and place. */
export function formulasOf(book: Workbook): Map<string, { formula: string; value: Value }> {
  const found = new Map<string, { formula: string; value: Value }>();
  for (const { name, cells } of book.sheets) {
    for (const [place, { formula, value }] of cells ?? [])
      if (formula !== undefined) found.set(`${name} ${place}`, { formula, value: value ?? null });
  }
  return found;
}

/** LibreOffice then works every formula out anew, whatever stands beside it in the file. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The workbook as LibreOffice saves it after working it out; undefined where LibreOffice is not installed. */
export async function workedOut(bytes: Uint8Array): Promise<Workbook | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'num-ecard-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS);
    await writeFile(join(folder, 'book.xlsx'), bytes);
    const office = spawn(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'book.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const [code] = await Promise.race([
      once(office, 'exit'),
      once(office, 'error').then(() => [null] as const),
    ]);
    if (code === null) return undefined;
    return await readWorkbook(new Uint8Array(await readFile(join(folder, 'out', 'book.xlsx'))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
