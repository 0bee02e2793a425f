/** Cards beside one another, and against what their visits are made of. */
import { CROSS_BY } from '@num-ecard/contracts/period';
import type { Report } from '@num-ecard/contracts/report';
import type { UsageCards, UsageCross } from '@num-ecard/contracts/usage';
import { TABS } from '../../../documents/xlsx-looks.js';
import {
  changeColumn,
  ratioColumn,
  rowSumColumn,
  shareColumn,
  type XlsxColumn,
} from '../../../documents/xlsx-table.js';
import { type Beside, beside, type SheetContext, type SheetPlan, tablePlan } from './sheet-plan.js';

type Row = Beside<UsageCards['rows'][number]>;

export function comparedCardsSheet(context: SheetContext, { rows, previous }: UsageCards): SheetPlan {
  const { words } = context;
  const columns: XlsxColumn<Row>[] = [
    { head: words.card, kind: 'text', value: ({ part }) => part.card.title },
    { head: words.cardAddress, kind: 'text', value: ({ part }) => part.card.slug },
    { id: 'views', head: words.visits, kind: 'count', total: 'sum', value: ({ now }) => now?.views ?? 0 },
    shareColumn(words.share, 'views'),
    { head: words.visitors, kind: 'count', total: 'sum', value: ({ now }) => now?.visitors ?? 0 },
    { id: 'clicks', head: words.clicks, kind: 'count', total: 'sum', value: ({ now }) => now?.clicks ?? 0 },
    ratioColumn(words.clicksPerVisit, 'decimal', 'clicks', 'views'),
    {
      id: 'engaged',
      head: words.engaged,
      kind: 'duration',
      total: 'sum',
      value: ({ now }) => now?.engagedMs ?? 0,
    },
    ratioColumn(words.timePerVisit, 'duration', 'engaged', 'views'),
  ];
  const compared: XlsxColumn<Row>[] = [
    {
      id: 'before',
      head: words.visitsBefore,
      kind: 'count',
      total: 'sum',
      value: ({ before }) => before?.views ?? 0,
    },
    changeColumn(words.change, 'views', 'before'),
  ];
  return tablePlan<Row>(
    context,
    { name: words.sideBySide, holds: words.holds.sideBySide },
    {
      tab: TABS.cards,
      rows: beside(rows, previous?.rows, ({ card }) => card.id),
      columns: previous === undefined ? columns : [...columns, ...compared],
    },
  );
}

/** Periods below one another, and a column for each card. */
export function cardsOverTimeSheet(context: SheetContext, { interval, starts, rows }: UsageCards): SheetPlan {
  const { words } = context;
  interface Start {
    readonly start: string;
    readonly place: number;
  }
  const { tabs, cardTrends, holds } = words;
  const named = { name: tabs.cardTrends, title: cardTrends[interval], holds: holds.cardTrends };
  return tablePlan<Start>(context, named, {
    tab: TABS.cards,
    rows: starts.map((start, place) => ({ start, place })),
    columns: [
      {
        head: words.start[interval],
        kind: interval === 'month' ? 'month' : 'day',
        value: ({ start }) => start,
      },
      ...rows.map(({ card, series }): XlsxColumn<Start> => ({
        id: card.id,
        head: card.title,
        kind: 'count',
        total: 'sum',
        value: ({ place }) => series[place] ?? 0,
        width: 14,
      })),
      rowSumColumn(
        words.total,
        'count',
        rows.map(({ card }) => card.id),
      ),
    ],
  });
}

export function crossSheets(
  context: SheetContext,
  cross: NonNullable<Report['sections']['cross']>,
): SheetPlan[] {
  return CROSS_BY.flatMap((by) => {
    const table = cross[by];
    return table === undefined ? [] : [crossSheet(context, table)];
  });
}

function crossSheet(context: SheetContext, { by, rows, columns }: UsageCross): SheetPlan {
  const { words } = context;
  type CrossRow = UsageCross['rows'][number];
  const places = columns.map((_, place) => String(place));
  return tablePlan<CrossRow>(
    context,
    { name: words.tabs.crossBy[by], title: words.crossBy[by], holds: words.crossBy[by] },
    {
      tab: TABS.cards,
      rows,
      heat: true,
      columns: [
        { head: words.card, kind: 'text', value: ({ card }) => card.title },
        { head: words.cardAddress, kind: 'text', value: ({ card }) => card.slug },
        ...columns.map(({ label }, place): XlsxColumn<CrossRow> => ({
          id: String(place),
          head: label,
          kind: 'count',
          total: 'sum',
          value: ({ cells }) => cells[place]?.value ?? 0,
        })),
        rowSumColumn(words.total, 'count', places),
      ],
    },
  );
}
