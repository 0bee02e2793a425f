import type { UsageSources } from '@num-ecard/contracts/usage';
import { sourceName } from '@num-ecard/contracts/usage-vocabulary-names';
import { beside, figureColumns, type SheetContext, type SheetPlan, tablePlan } from './sheet-plan.js';

/** What brings visits: the ways in, the named links, the sites. */
export function sourceSheets(
  context: SheetContext,
  { sources, links, referrers, previous }: UsageSources,
): SheetPlan[] {
  const { words, report } = context;
  const compared = previous !== undefined;
  return [
    tablePlan(
      context,
      { name: words.sources, holds: words.holds.sources },
      {
        rows: beside(sources, previous?.sources, ({ source }) => source),
        columns: [
          {
            head: words.source,
            kind: 'text',
            value: ({ part }) => sourceName(part.source, report.language),
          },
          ...figureColumns<UsageSources['sources'][number]>(words, compared),
        ],
      },
    ),
    tablePlan(
      context,
      { name: words.links, holds: words.holds.links },
      {
        empty: words.noLinks,
        rows: beside(links, previous?.links, ({ code }) => code),
        columns: [
          { head: words.link, kind: 'text', value: ({ part }) => part.label },
          { head: words.linkCode, kind: 'text', value: ({ part }) => part.code },
          {
            head: words.linkState,
            kind: 'text',
            value: ({ part }) => (part.deleted ? words.linkDeleted : null),
          },
          ...figureColumns<UsageSources['links'][number]>(words, compared),
        ],
      },
    ),
    tablePlan(
      context,
      { name: words.referrers, holds: words.holds.referrers },
      {
        empty: words.noReferrers,
        rows: beside(referrers, previous?.referrers, ({ host }) => host),
        columns: [
          { head: words.referrer, kind: 'text', value: ({ part }) => part.host },
          ...figureColumns<UsageSources['referrers'][number]>(words, compared),
        ],
      },
    ),
  ];
}
