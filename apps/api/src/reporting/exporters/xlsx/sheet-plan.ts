/** What the sheets of a report have in common. */
import { rangeInSentence, rangeText } from '@num-ecard/contracts/calendar';
import type { Report } from '@num-ecard/contracts/report';
import type { XlsxBook } from '../../../documents/xlsx-book.js';
import { TABS } from '../../../documents/xlsx-looks.js';
import {
  changeColumn,
  shareColumn,
  type TableSheet,
  type ValueColumn,
  writeTableSheet,
  type XlsxColumn,
} from '../../../documents/xlsx-table.js';
import type { XlsxTexts } from './xlsx-texts.js';

export interface SheetContext {
  readonly book: XlsxBook;
  readonly report: Report;
  readonly words: XlsxTexts;
}

/** A sheet that will be written. */
export interface SheetPlan {
  readonly name: string;
  /** What it holds, for the contents. */
  readonly holds: string;
  /** @throws {ReaderGone} */
  readonly write: () => Promise<void>;
}

interface Named {
  readonly name: string;
  readonly holds: string;
  /** Where the name is shorter than what it stands for. */
  readonly title?: string;
}

/** Which cards: one by its title, several as what they are. */
export function subjectWords({ subject }: Report, words: XlsxTexts): string {
  const { cards, consolidated, all } = subject;
  if (!consolidated) return cards[0]?.title ?? '';
  return all ? words.allCardsOf(cards.length) : words.cardsOf(cards.length);
}

/** Which cards, over which days, and what that is compared with. */
export function aboutWords(report: Report, words: XlsxTexts): string {
  const { language, period, previous } = report;
  return words.about(
    subjectWords(report, words),
    rangeText(period, language),
    previous && rangeInSentence(previous, language),
  );
}

/** A table on a sheet of its own, about the report's cards and period. */
export function tablePlan<Row>(
  { book, report, words }: SheetContext,
  { name, holds, title = name }: Named,
  table: Partial<Pick<TableSheet<Row>, 'tab' | 'empty' | 'heat' | 'frozenColumns'>> &
    Pick<TableSheet<Row>, 'columns' | 'rows'>,
): SheetPlan {
  return {
    name,
    holds,
    write: () =>
      writeTableSheet(book, {
        tab: TABS.figures,
        empty: words.noVisits,
        ...table,
        name,
        title,
        about: aboutWords(report, words),
        notice: report.account.demo ? words.demoNote : undefined,
        totalLabel: words.total,
      }),
  };
}

/** A part of the visits: in the period, and in the one that it is compared with. */
export interface Beside<Part> {
  readonly part: Part;
  readonly now: Part | undefined;
  readonly before: Part | undefined;
}

/** Every part that there is or was, those of now first. */
export function beside<Part>(
  now: readonly Part[],
  before: readonly Part[] | undefined,
  keyOf: (part: Part) => string,
): Beside<Part>[] {
  const earlier = new Map(before?.map((part) => [keyOf(part), part]));
  const rows = now.map((part) => {
    const key = keyOf(part);
    const row = { part, now: part, before: earlier.get(key) };
    earlier.delete(key);
    return row;
  });
  return [...rows, ...Array.from(earlier.values(), (part) => ({ part, now: undefined, before: part }))];
}

interface PartFigures {
  readonly views: number;
  /** Not known of what is only what is left. */
  readonly visitors: number | null;
  readonly clicks: number | null;
}

/** Visits and their share, visitors, clicks; the visits before and what they became. */
export function figureColumns<Part extends PartFigures>(
  words: XlsxTexts,
  compared: boolean,
): XlsxColumn<Beside<Part>>[] {
  const count = (
    head: string,
    value: (row: Beside<Part>) => number | null,
    id?: string,
  ): ValueColumn<Beside<Part>> => ({
    head,
    kind: 'count',
    total: 'sum',
    value,
    ...(id !== undefined && { id }),
  });
  return [
    count(words.visits, ({ now }) => now?.views ?? 0, 'views'),
    shareColumn(words.share, 'views'),
    count(words.visitors, ({ now }) => (now === undefined ? 0 : now.visitors)),
    count(words.clicks, ({ now }) => (now === undefined ? 0 : now.clicks)),
    ...(compared
      ? [
          count(words.visitsBefore, ({ before }) => before?.views ?? 0, 'before'),
          changeColumn(words.change, 'views', 'before'),
        ]
      : []),
  ];
}
