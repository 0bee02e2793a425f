/** Buttons, engaged time, devices, and what was left out. */
import type { UsageClicks, UsageDevices, UsageEngagement, UsageFiltered } from '@num-ecard/contracts/usage';
import {
  deviceName,
  dropReasonName,
  familyName,
  targetName,
} from '@num-ecard/contracts/usage-vocabulary-names';
import {
  changeColumn,
  type ComputedColumn,
  shareColumn,
  type XlsxColumn,
} from '../../../documents/xlsx-table.js';
import {
  type Beside,
  beside,
  figureColumns,
  type SheetContext,
  type SheetPlan,
  tablePlan,
} from './sheet-plan.js';

/** Visits are counted once a button: those of the buttons add up to no meaning. */
export function buttonsSheet(context: SheetContext, { targets, visits, previous }: UsageClicks): SheetPlan {
  const { words, report } = context;
  type Row = Beside<UsageClicks['targets'][number]>;
  const rate: ComputedColumn = {
    head: words.clickShare,
    kind: 'share',
    formula: ({ at }) => (visits === 0 ? '""' : `${at('visits')}/${visits}`),
    result: ({ at }) => (visits === 0 ? null : at('visits') / visits),
    totalled: false,
  };
  const columns: XlsxColumn<Row>[] = [
    { head: words.button, kind: 'text', value: ({ part }) => targetName(part.target, report.language) },
    { id: 'clicks', head: words.clicks, kind: 'count', total: 'sum', value: ({ now }) => now?.clicks ?? 0 },
    shareColumn(words.share, 'clicks'),
    { id: 'visits', head: words.visitsWithClick, kind: 'count', value: ({ now }) => now?.visits ?? 0 },
    rate,
  ];
  const compared: XlsxColumn<Row>[] = [
    {
      id: 'before',
      head: words.clicksBefore,
      kind: 'count',
      total: 'sum',
      value: ({ before }) => before?.clicks ?? 0,
    },
    changeColumn(words.change, 'clicks', 'before'),
    { head: words.visitsWithClickBefore, kind: 'count', value: ({ before }) => before?.visits ?? 0 },
  ];
  return tablePlan<Row>(
    context,
    { name: words.buttons, holds: words.holds.buttons },
    {
      empty: words.noClicks,
      rows: beside(targets, previous?.targets, ({ target }) => target),
      columns: previous === undefined ? columns : [...columns, ...compared],
    },
  );
}

export function timeSheet(context: SheetContext, { buckets, previous }: UsageEngagement): SheetPlan {
  const { words } = context;
  type Row = Beside<UsageEngagement['buckets'][number]>;
  const columns: XlsxColumn<Row>[] = [
    { head: words.fromDuration, kind: 'duration', value: ({ part }) => part.fromMs },
    { head: words.toDuration, kind: 'duration', value: ({ part }) => part.toMs },
    { id: 'visits', head: words.visits, kind: 'count', total: 'sum', value: ({ now }) => now?.visits ?? 0 },
    shareColumn(words.share, 'visits'),
  ];
  const compared: XlsxColumn<Row>[] = [
    {
      id: 'before',
      head: words.visitsBefore,
      kind: 'count',
      total: 'sum',
      value: ({ before }) => before?.visits ?? 0,
    },
    changeColumn(words.change, 'visits', 'before'),
  ];
  return tablePlan<Row>(
    context,
    { name: words.time, title: words.byDuration, holds: words.holds.time },
    {
      rows: beside(buckets, previous?.buckets, ({ fromMs }) => String(fromMs)),
      columns: previous === undefined ? columns : [...columns, ...compared],
    },
  );
}

export function deviceSheets(
  context: SheetContext,
  { devices, browsers, systems, previous }: UsageDevices,
): SheetPlan[] {
  const { words, report } = context;
  const compared = previous !== undefined;
  return [
    tablePlan(
      context,
      { name: words.devices, holds: words.holds.devices },
      {
        rows: beside(devices, previous?.devices, ({ device }) => device),
        columns: [
          {
            head: words.device,
            kind: 'text',
            value: ({ part }) => deviceName(part.device, report.language),
          },
          ...figureColumns<UsageDevices['devices'][number]>(words, compared),
        ],
      },
    ),
    tablePlan(
      context,
      { name: words.browsers, holds: words.holds.browsers },
      {
        rows: beside(browsers, previous?.browsers, ({ browser }) => browser),
        columns: [
          {
            head: words.browser,
            kind: 'text',
            value: ({ part }) => familyName(part.browser, report.language),
          },
          ...figureColumns<UsageDevices['browsers'][number]>(words, compared),
        ],
      },
    ),
    tablePlan(
      context,
      { name: words.systems, holds: words.holds.systems },
      {
        rows: beside(systems, previous?.systems, ({ system }) => system),
        columns: [
          { head: words.system, kind: 'text', value: ({ part }) => familyName(part.system, report.language) },
          ...figureColumns<UsageDevices['systems'][number]>(words, compared),
        ],
      },
    ),
  ];
}

export function filteredSheet(context: SheetContext, { reasons, previous }: UsageFiltered): SheetPlan {
  const { words, report } = context;
  type Row = Beside<UsageFiltered['reasons'][number]>;
  const columns: XlsxColumn<Row>[] = [
    {
      head: words.reason,
      kind: 'text',
      value: ({ part }) => dropReasonName(part.reason, report.language),
    },
    {
      id: 'views',
      head: words.openings,
      kind: 'count',
      total: 'sum',
      value: ({ now }) => now?.views ?? 0,
    },
    { head: words.clicks, kind: 'count', total: 'sum', value: ({ now }) => now?.clicks ?? 0 },
  ];
  const compared: XlsxColumn<Row>[] = [
    {
      id: 'before',
      head: words.openingsBefore,
      kind: 'count',
      total: 'sum',
      value: ({ before }) => before?.views ?? 0,
    },
    changeColumn(words.change, 'views', 'before'),
    { head: words.clicksBefore, kind: 'count', total: 'sum', value: ({ before }) => before?.clicks ?? 0 },
  ];
  return tablePlan<Row>(
    context,
    { name: words.filtered, holds: words.holds.filtered },
    {
      empty: words.nothingFiltered,
      rows: beside(reasons, previous?.reasons, ({ reason }) => reason),
      columns: previous === undefined ? columns : [...columns, ...compared],
    },
  );
}
