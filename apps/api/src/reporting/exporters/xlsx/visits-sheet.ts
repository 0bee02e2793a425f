import type { UsageVisits } from '@num-ecard/contracts/usage';
import { deviceName, familyName, sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { TABS } from '../../../documents/xlsx-looks.js';
import { momentNumber } from '../../../documents/xlsx-text.js';
import { type SheetContext, type SheetPlan, tablePlan } from './sheet-plan.js';

type Visit = UsageVisits['visits'][number];

/** One row a visit, latest first, for as many sheets as they need. */
export function visitsSheet(context: SheetContext, visits: AsyncIterable<readonly Visit[]>): SheetPlan {
  const { words, report } = context;
  const { language, timezone } = report;
  return tablePlan<Visit>(
    context,
    { name: words.visits, holds: words.holds.visits },
    {
      tab: TABS.rows,
      rows: visits,
      columns: [
        { head: words.at, kind: 'moment', value: ({ at }) => momentNumber(Date.parse(at), timezone) },
        {
          head: words.card,
          kind: 'text',
          width: 24,
          total: { rows: words.rowCount },
          value: ({ card }) => card.title,
        },
        { head: words.cardAddress, kind: 'text', width: 18, value: ({ card }) => card.slug },
        { head: words.source, kind: 'text', width: 22, value: ({ source }) => sourceName(source, language) },
        { head: words.link, kind: 'text', width: 22, value: ({ link }) => link?.label ?? null },
        { head: words.referrer, kind: 'text', width: 20, value: ({ referrer }) => referrer },
        {
          head: words.country,
          kind: 'text',
          width: 14,
          value: ({ place }) => place?.countryName ?? null,
        },
        { head: words.region, kind: 'text', width: 24, value: ({ place }) => place?.regionName ?? null },
        { head: words.city, kind: 'text', width: 20, value: ({ place }) => place?.city ?? null },
        { head: words.device, kind: 'text', width: 13, value: ({ device }) => deviceName(device, language) },
        {
          head: words.browser,
          kind: 'text',
          width: 18,
          value: ({ browser }) => familyName(browser, language),
        },
        { head: words.system, kind: 'text', width: 13, value: ({ system }) => familyName(system, language) },
        {
          head: words.pressed,
          kind: 'text',
          width: 40,
          value: ({ clicks }) =>
            clicks
              .map(({ target, clicks: count }) => words.times(targetName(target, language), count))
              .join(', ') || null,
        },
        { head: words.engaged, kind: 'duration', total: 'sum', value: ({ engagedMs }) => engagedMs },
        {
          head: words.clicks,
          kind: 'count',
          total: 'sum',
          value: ({ clicks }) => clicks.reduce((sum, target) => sum + target.clicks, 0),
        },
      ],
    },
  );
}
