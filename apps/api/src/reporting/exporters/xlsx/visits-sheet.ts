import type { UsageVisits } from '@num-ecard/contracts/usage';
import { deviceName, sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { TABS } from '../../../documents/xlsx-looks.js';
import { momentNumber } from '../../../documents/xlsx-text.js';
import { type SheetContext, type SheetPlan, tablePlan } from './sheet-plan.js';

type Visit = UsageVisits['visits'][number];

/** One row a visit, latest first, for as many sheets as they need. */
export function visitsSheet(context: SheetContext, visits: AsyncIterable<readonly Visit[]>): SheetPlan {
  const { words, report } = context;
  const { language, timezone } = report;
  const orOther = (name: string): string => (name === 'other' ? words.devices.other : name);
  const { visits: heads } = words;
  return tablePlan<Visit>(context, heads, {
    tab: TABS.rows,
    rows: visits,
    columns: [
      { head: heads.at, kind: 'moment', value: ({ at }) => momentNumber(Date.parse(at), timezone) },
      {
        head: words.card,
        kind: 'text',
        width: 24,
        total: { rows: heads.rows },
        value: ({ card }) => card.title,
      },
      { head: words.address, kind: 'text', width: 18, value: ({ card }) => card.slug },
      { head: heads.source, kind: 'text', width: 22, value: ({ source }) => sourceName(source, language) },
      { head: heads.link, kind: 'text', width: 22, value: ({ link }) => link?.label ?? null },
      { head: heads.referrer, kind: 'text', width: 20, value: ({ referrer }) => referrer },
      {
        head: words.places.country,
        kind: 'text',
        width: 14,
        value: ({ place }) => place?.countryName ?? null,
      },
      { head: words.places.region, kind: 'text', width: 24, value: ({ place }) => place?.regionName ?? null },
      { head: words.places.city, kind: 'text', width: 20, value: ({ place }) => place?.city ?? null },
      { head: heads.device, kind: 'text', width: 13, value: ({ device }) => deviceName(device, language) },
      { head: heads.browser, kind: 'text', width: 18, value: ({ browser }) => orOther(browser) },
      { head: heads.system, kind: 'text', width: 13, value: ({ system }) => orOther(system) },
      {
        head: heads.buttons,
        kind: 'text',
        width: 40,
        value: ({ clicks }) =>
          clicks
            .map(({ target, clicks: count }) => heads.times(targetName(target, language), count))
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
  });
}
