/** Buttons, engaged time, devices, and what was left out. */
import type { UsageClicks, UsageDevices, UsageEngagement, UsageFiltered } from '@num-ecard/contracts/usage';
import { deviceName, dropReasonName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
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
    head: words.buttons.rate,
    kind: 'share',
    formula: ({ at }) => (visits === 0 ? '""' : `${at('visits')}/${visits}`),
    result: ({ at }) => (visits === 0 ? null : at('visits') / visits),
    totalled: false,
  };
  const columns: XlsxColumn<Row>[] = [
    { head: words.buttons.head, kind: 'text', value: ({ part }) => targetName(part.target, report.language) },
    { id: 'clicks', head: words.clicks, kind: 'count', total: 'sum', value: ({ now }) => now?.clicks ?? 0 },
    shareColumn(words.share, 'clicks'),
    { id: 'visits', head: words.buttons.visits, kind: 'count', value: ({ now }) => now?.visits ?? 0 },
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
    { head: words.buttons.visitsBefore, kind: 'count', value: ({ before }) => before?.visits ?? 0 },
  ];
  return tablePlan<Row>(context, words.buttons, {
    empty: words.noClicks,
    rows: beside(targets, previous?.targets, ({ target }) => target),
    columns: previous === undefined ? columns : [...columns, ...compared],
  });
}

export function timeSheet(context: SheetContext, { buckets, previous }: UsageEngagement): SheetPlan {
  const { words } = context;
  type Row = Beside<UsageEngagement['buckets'][number]>;
  const columns: XlsxColumn<Row>[] = [
    { head: words.time.from, kind: 'duration', value: ({ part }) => part.fromMs },
    { head: words.time.to, kind: 'duration', value: ({ part }) => part.toMs },
    { id: 'visits', head: words.views, kind: 'count', total: 'sum', value: ({ now }) => now?.visits ?? 0 },
    shareColumn(words.share, 'visits'),
  ];
  const compared: XlsxColumn<Row>[] = [
    {
      id: 'before',
      head: words.viewsBefore,
      kind: 'count',
      total: 'sum',
      value: ({ before }) => before?.visits ?? 0,
    },
    changeColumn(words.change, 'visits', 'before'),
  ];
  return tablePlan<Row>(context, words.time, {
    rows: beside(buckets, previous?.buckets, ({ fromMs }) => String(fromMs)),
    columns: previous === undefined ? columns : [...columns, ...compared],
  });
}

export function deviceSheets(
  context: SheetContext,
  { devices, browsers, systems, previous }: UsageDevices,
): SheetPlan[] {
  const { words, report } = context;
  const compared = previous !== undefined;
  const orOther = (name: string): string => (name === 'other' ? words.devices.other : name);
  return [
    tablePlan(context, words.devices, {
      rows: beside(devices, previous?.devices, ({ device }) => device),
      columns: [
        {
          head: words.devices.head,
          kind: 'text',
          value: ({ part }) => deviceName(part.device, report.language),
        },
        ...figureColumns<UsageDevices['devices'][number]>(words, compared),
      ],
    }),
    tablePlan(context, words.devices.browsers, {
      rows: beside(browsers, previous?.browsers, ({ browser }) => browser),
      columns: [
        { head: words.devices.browsers.head, kind: 'text', value: ({ part }) => orOther(part.browser) },
        ...figureColumns<UsageDevices['browsers'][number]>(words, compared),
      ],
    }),
    tablePlan(context, words.devices.systems, {
      rows: beside(systems, previous?.systems, ({ system }) => system),
      columns: [
        { head: words.devices.systems.head, kind: 'text', value: ({ part }) => orOther(part.system) },
        ...figureColumns<UsageDevices['systems'][number]>(words, compared),
      ],
    }),
  ];
}

export function filteredSheet(context: SheetContext, { reasons, previous }: UsageFiltered): SheetPlan {
  const { words, report } = context;
  type Row = Beside<UsageFiltered['reasons'][number]>;
  const columns: XlsxColumn<Row>[] = [
    {
      head: words.filtered.head,
      kind: 'text',
      value: ({ part }) => dropReasonName(part.reason, report.language),
    },
    {
      id: 'views',
      head: words.filtered.views,
      kind: 'count',
      total: 'sum',
      value: ({ now }) => now?.views ?? 0,
    },
    { head: words.clicks, kind: 'count', total: 'sum', value: ({ now }) => now?.clicks ?? 0 },
  ];
  const compared: XlsxColumn<Row>[] = [
    {
      id: 'before',
      head: words.filtered.viewsBefore,
      kind: 'count',
      total: 'sum',
      value: ({ before }) => before?.views ?? 0,
    },
    changeColumn(words.change, 'views', 'before'),
    { head: words.clicksBefore, kind: 'count', total: 'sum', value: ({ before }) => before?.clicks ?? 0 },
  ];
  return tablePlan<Row>(context, words.filtered, {
    empty: words.filtered.empty,
    rows: beside(reasons, previous?.reasons, ({ reason }) => reason),
    columns: previous === undefined ? columns : [...columns, ...compared],
  });
}
