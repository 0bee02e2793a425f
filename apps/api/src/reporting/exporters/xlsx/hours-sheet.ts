import { weekdayText } from '@num-ecard/contracts/calendar';
import type { UsageHours } from '@num-ecard/contracts/usage';
import { TABS } from '../../../documents/xlsx-looks.js';
import { rowSumColumn, writeNotice, writeTable, type XlsxColumn } from '../../../documents/xlsx-table.js';
import { aboutWords, type SheetContext, type SheetPlan } from './sheet-plan.js';

interface Weekday {
  readonly name: string;
  readonly counts: readonly number[];
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const [DAY_WIDTH, HOUR_WIDTH, TOTAL_WIDTH] = [18, 6.5, 10];
const TITLE_HEIGHT = 24;
/** Title, what it is about, what must not be overlooked. */
const FROZEN_ROWS = 3;

/** Days below one another, hours side by side, coloured by how much there is: visits, clicks, and the visits before. */
export function hoursSheet(
  { book, report, words }: SheetContext,
  { hours, previous }: UsageHours,
): SheetPlan {
  const { looks, locale } = book;
  const name = words.hours;
  const weekdays = Array.from({ length: 7 }, (_, index) => weekdayText(index + 1, locale, 'long'));
  const week = (of: UsageHours['hours'], count: 'views' | 'clicks'): Weekday[] =>
    weekdays.map((weekday, index) => ({
      name: weekday,
      counts: of.filter((cell) => cell.weekday === index + 1).map((cell) => cell[count]),
    }));
  const columns: XlsxColumn<Weekday>[] = [
    { head: words.weekday, kind: 'text', value: (day) => day.name },
    ...HOURS.map((hour): XlsxColumn<Weekday> => ({
      id: String(hour),
      head: words.hour(hour),
      kind: 'count',
      total: 'sum',
      value: ({ counts }) => counts[hour] ?? 0,
    })),
    rowSumColumn(words.total, 'count', HOURS.map(String)),
  ];
  const blocks: (readonly [heading: string, rows: Weekday[]])[] = [
    [words.visits, week(hours, 'views')],
    [words.clicks, week(hours, 'clicks')],
    ...(previous === undefined ? [] : [[words.visitsBefore, week(previous.hours, 'views')] as const]),
  ];
  const write = async (): Promise<void> => {
    const sheet = book.sheet({
      name,
      tab: TABS.figures,
      widths: [DAY_WIDTH, ...HOURS.map(() => HOUR_WIDTH), TOTAL_WIDTH],
      frozen: { rows: FROZEN_ROWS, columns: 1 },
      repeatedRows: `1:${FROZEN_ROWS}`,
    });
    const { timezone, account } = report;
    sheet.row([{ value: name, look: looks.title }], TITLE_HEIGHT);
    sheet.row([{ value: `${aboutWords(report, words)} · ${words.localTime(timezone)}`, look: looks.note }]);
    if (account.demo) writeNotice(book, sheet, words.demoNote, columns.length);
    else sheet.skip();
    for (const [heading, rows] of blocks) {
      sheet.skip();
      sheet.row([{ value: heading, look: looks.heading }]);
      await writeTable(book, sheet, { columns, rows, empty: '', totalLabel: words.total, heat: true });
    }
    await sheet.end();
  };
  return { name, holds: words.holds.hours, write };
}
