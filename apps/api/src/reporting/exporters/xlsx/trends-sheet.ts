import type { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { TABS } from '../../../documents/xlsx-looks.js';
import { changeColumn, ratioColumn, type XlsxColumn } from '../../../documents/xlsx-table.js';
import { type SheetContext, type SheetPlan, tablePlan } from './sheet-plan.js';

type Point = UsageTrends['points'][number];

interface Row {
  readonly now: Point | undefined;
  readonly before: Point | undefined;
}

export function trendsSheet(context: SheetContext, { interval, points, previous }: UsageTrends): SheetPlan {
  const { words } = context;
  const before = previous?.points ?? [];
  // Months have not all as many days: the longer period tells how many rows there are.
  const rows: Row[] = Array.from({ length: Math.max(points.length, before.length) }, (_, index) => ({
    now: points[index],
    before: before[index],
  }));
  const kind = interval === 'month' ? 'month' : 'day';
  const count = (head: string, id: string, value: (row: Row) => number | undefined): XlsxColumn<Row> => ({
    head,
    id,
    kind: 'count',
    total: 'sum',
    value: (row) => value(row) ?? null,
  });
  const columns: XlsxColumn<Row>[] = [
    { head: words.start[interval], kind, value: ({ now }) => now?.start ?? null },
    count(words.visits, 'views', ({ now }) => now?.views),
    count(words.visitors, 'visitors', ({ now }) => now?.visitors),
    count(words.clicks, 'clicks', ({ now }) => now?.clicks),
    {
      head: words.engaged,
      id: 'engaged',
      kind: 'duration',
      total: 'sum',
      value: ({ now }) => now?.engagedMs ?? null,
    },
    ratioColumn(words.timePerVisit, 'duration', 'engaged', 'views'),
  ];
  const compared: XlsxColumn<Row>[] = [
    { head: words.comparedWith, kind, value: (row) => row.before?.start ?? null },
    count(words.visitsBefore, 'viewsBefore', (row) => row.before?.views),
    changeColumn(words.change, 'views', 'viewsBefore'),
    count(words.visitorsBefore, 'visitorsBefore', (row) => row.before?.visitors),
    count(words.clicksBefore, 'clicksBefore', (row) => row.before?.clicks),
  ];
  return tablePlan(
    context,
    { name: words.tabs.trends, title: words.trends[interval], holds: words.holds.trends[interval] },
    { tab: TABS.first, rows, columns: previous === undefined ? columns : [...columns, ...compared] },
  );
}
