import type { Readable } from 'node:stream';
import type { Report } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import { ReaderGone, XlsxBook } from '../../documents/xlsx-book.js';
import { cardsOverTimeSheet, comparedCardsSheet, crossSheets } from './xlsx/card-sheets.js';
import { buttonsSheet, deviceSheets, filteredSheet, timeSheet } from './xlsx/detail-sheets.js';
import { hoursSheet } from './xlsx/hours-sheet.js';
import { placeSheets } from './xlsx/place-sheets.js';
import { type SheetContext, type SheetPlan, subjectWords } from './xlsx/sheet-plan.js';
import { sourceSheets } from './xlsx/source-sheets.js';
import { summarySheet } from './xlsx/summary-sheet.js';
import { trendsSheet } from './xlsx/trends-sheet.js';
import { visitsSheet } from './xlsx/visits-sheet.js';
import { xlsxTexts } from './xlsx/xlsx-texts.js';

/** A report as sheets; with one of visits where they are given, which are asked for as they are read. */
export function usageXlsx(report: Report, visits?: AsyncIterable<UsageVisits['visits']>): Readable {
  const { language: locale, writtenAt } = report;
  const words = xlsxTexts(locale);
  const book = new XlsxBook({
    title: `${words.report} · ${subjectWords(report, words)}`,
    locale,
    createdAt: new Date(writtenAt),
  });
  write({ book, report, words }, visits).catch((error: unknown) => {
    if (!(error instanceof ReaderGone)) book.stream.destroy(error as Error);
  });
  return book.stream;
}

async function write(context: SheetContext, visits?: AsyncIterable<UsageVisits['visits']>): Promise<void> {
  const sheets = sheetsOf(context, visits);
  for (const { write: writeSheet } of [summarySheet(context, sheets), ...sheets]) await writeSheet();
  await context.book.end();
}

/** By theme, in the order of the screens. */
function sheetsOf(context: SheetContext, visits?: AsyncIterable<UsageVisits['visits']>): SheetPlan[] {
  const { trends, sources, geography, clicks, engagement, hours, devices, filtered, cards, cross } =
    context.report.sections;
  return [
    ...(trends ? [trendsSheet(context, trends)] : []),
    ...(sources ? sourceSheets(context, sources) : []),
    ...(geography ? placeSheets(context, geography) : []),
    ...(clicks ? [buttonsSheet(context, clicks)] : []),
    ...(engagement ? [timeSheet(context, engagement)] : []),
    ...(hours ? [hoursSheet(context, hours)] : []),
    ...(devices ? deviceSheets(context, devices) : []),
    ...(filtered ? [filteredSheet(context, filtered)] : []),
    ...(cards ? [comparedCardsSheet(context, cards), cardsOverTimeSheet(context, cards)] : []),
    ...(cross ? crossSheets(context, cross) : []),
    ...(visits ? [visitsSheet(context, visits)] : []),
  ];
}
