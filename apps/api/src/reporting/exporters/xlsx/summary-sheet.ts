import { rangeText } from '@num-ecard/contracts/calendar';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import type { XlsxCell, XlsxSheet } from '../../../documents/xlsx-book.js';
import { TABS, type XlsxKind } from '../../../documents/xlsx-looks.js';
import { cellValue, writeNotice } from '../../../documents/xlsx-table.js';
import { momentNumber } from '../../../documents/xlsx-text.js';
import { type SheetContext, type SheetPlan, subjectWords } from './sheet-plan.js';

interface KeyFigure {
  readonly label: string;
  readonly kind: XlsxKind;
  readonly now: number | null;
  readonly before: number | null | undefined;
}

const WIDTHS = [32, 24, 24, 14];
const TITLE_HEIGHT = 24;
const HEAD_HEIGHT = 22;
/** More are on a sheet of their own. */
const NAMED_CARDS = 5;

/** What the report is about, its key figures, and which sheets there are. */
export function summarySheet(context: SheetContext, others: readonly SheetPlan[]): SheetPlan {
  const { book, words } = context;
  const { summary: name, figures: holds } = words;
  const write = async (): Promise<void> => {
    const sheet = book.sheet({ name, tab: TABS.first, widths: WIDTHS, gridLines: false, print: 'page' });
    about(context, sheet);
    keyFigures(context, sheet);
    allTime(context, sheet);
    contents(context, sheet, others);
    await sheet.end();
  };
  return { name, holds, write };
}

function about({ book, report, words }: SheetContext, sheet: XlsxSheet): void {
  const { looks } = book;
  const { language, period, previous, timezone, account, subject, writtenAt } = report;
  const written = Date.parse(writtenAt);
  const { cards, consolidated } = subject;
  const named = cards.length > NAMED_CARDS ? [] : cards.map(({ title }) => title);
  const facts: (readonly [label: string, value: string | number, kind: XlsxKind])[] = [
    [consolidated ? words.cards : words.card, subjectWords(report, words), 'text'],
    ...(consolidated ? named.map((title) => ['', title, 'text'] as const) : []),
    [words.period, rangeText(period, language), 'text'],
    [words.comparedPeriod, previous === null ? words.notCompared : rangeText(previous, language), 'text'],
    [words.account, account.name, 'text'],
    [words.timezone, timezone, 'text'],
    [words.writtenAt, momentNumber(written, timezone), 'moment'],
  ];
  sheet.row([{ value: `NUM-ECARD · ${words.report}`, look: looks.title }], TITLE_HEIGHT);
  if (account.demo) writeNotice(book, sheet, words.demoNote, WIDTHS.length);
  else sheet.skip();
  for (const [label, value, kind] of facts) {
    sheet.row([
      { value: label, look: looks.label },
      { value, look: looks.plain(kind) },
    ]);
  }
}

function keyFigures({ book, report, words }: SheetContext, sheet: XlsxSheet): void {
  const { looks } = book;
  const { trends, engagement } = report.sections;
  if (trends === undefined) return;
  const compared = trends.previous !== undefined;
  const [now, before] = [trends.totals, trends.previous?.totals];
  const perVisit = (of: typeof now | undefined): number | null =>
    of === undefined || of.views === 0 ? null : of.clicks / of.views;
  const figures: KeyFigure[] = [
    { label: words.visits, kind: 'count', now: now.views, before: before?.views },
    { label: words.visitors, kind: 'count', now: now.visitors, before: before?.visitors },
    { label: words.clicks, kind: 'count', now: now.clicks, before: before?.clicks },
    { label: words.clicksPerVisit, kind: 'decimal', now: perVisit(now), before: perVisit(before) },
    { label: words.engaged, kind: 'duration', now: now.engagedMs, before: before?.engagedMs },
    ...(engagement === undefined
      ? []
      : [
          {
            label: words.median,
            kind: 'duration' as const,
            now: engagement.medianMs,
            before: engagement.previous?.medianMs,
          },
          {
            label: words.average,
            kind: 'duration' as const,
            now: engagement.averageMs,
            before: engagement.previous?.averageMs,
          },
        ]),
  ];
  sheet.skip();
  sheet.row([{ value: words.figures, look: looks.heading }]);
  heads(sheet, looks.head, looks.headOfNumbers, [
    words.figure,
    words.now,
    ...(compared ? [words.comparedPeriod, words.change] : []),
  ]);
  for (const { label, kind, now: value, before: earlier } of figures) {
    const row = sheet.nextRow;
    const cells: XlsxCell[] = [
      { value: label, look: looks.body('text') },
      { value: cellValue(kind, value), look: looks.body(kind) },
    ];
    if (compared) {
      const change = value === null || !earlier ? '' : value / earlier - 1;
      cells.push(
        { value: cellValue(kind, earlier ?? null), look: looks.body(kind) },
        {
          value: { formula: `IF(OR(B${row}="",C${row}="",C${row}=0),"",B${row}/C${row}-1)`, result: change },
          look: looks.body('change'),
        },
      );
    }
    sheet.row(cells);
  }
}

function allTime({ book, report, words }: SheetContext, sheet: XlsxSheet): void {
  const { looks } = book;
  const { views, clicks, lastVisitAt } = report.sections.summary;
  const rows: (readonly [label: string, total: number, today: number])[] = [
    [words.visits, views.total, views.today],
    [words.clicks, clicks.total, clicks.today],
    ...clicks.byTarget.map(
      ({ target, total, today }) =>
        [words.clicksOn(targetName(target, report.language)), total, today] as const,
    ),
  ];
  sheet.skip();
  sheet.row([{ value: words.ever, look: looks.heading }]);
  heads(sheet, looks.head, looks.headOfNumbers, [words.figure, words.ever, words.today]);
  for (const [label, total, today] of rows) {
    sheet.row([
      { value: label, look: looks.body('text') },
      { value: total, look: looks.body('count') },
      { value: today, look: looks.body('count') },
    ]);
  }
  const last = lastVisitAt === null ? undefined : Date.parse(lastVisitAt);
  sheet.row([
    { value: words.lastVisit, look: looks.body('text') },
    last === undefined
      ? { value: words.noLastVisit, look: looks.body('text') }
      : {
          value: momentNumber(last, report.timezone),
          look: looks.body('moment'),
        },
    { value: null, look: looks.body('text') },
  ]);
}

/** Links within the file. As formulas, for the library puts links where Excel does not look for those beside colours. */
function contents({ book, words }: SheetContext, sheet: XlsxSheet, others: readonly SheetPlan[]): void {
  const { looks } = book;
  sheet.skip();
  sheet.row([{ value: words.contents, look: looks.heading }]);
  heads(sheet, looks.head, looks.head, [words.sheet, words.whatItHolds, '', '']);
  for (const { name, holds } of others) {
    sheet.row([
      { value: { formula: `HYPERLINK("#'${name}'!A1","${name}")`, result: name }, look: looks.link },
      { value: holds, look: looks.plain('text') },
    ]);
  }
}

function heads(
  sheet: XlsxSheet,
  first: XlsxCell['look'],
  others: XlsxCell['look'],
  texts: readonly string[],
): void {
  sheet.row(
    texts.map((value, index) => ({ value, look: index === 0 ? first : others })),
    HEAD_HEIGHT,
  );
}
