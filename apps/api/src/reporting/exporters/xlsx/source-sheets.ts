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
    tablePlan(context, words.sources, {
      rows: beside(sources, previous?.sources, ({ source }) => source),
      columns: [
        {
          head: words.sources.head,
          kind: 'text',
          value: ({ part }) => sourceName(part.source, report.language),
        },
        ...figureColumns<UsageSources['sources'][number]>(words, compared),
      ],
    }),
    tablePlan(context, words.links, {
      empty: words.links.empty,
      rows: beside(links, previous?.links, ({ code }) => code),
      columns: [
        { head: words.links.head, kind: 'text', value: ({ part }) => part.label },
        { head: words.links.code, kind: 'text', value: ({ part }) => part.code },
        {
          head: words.links.state,
          kind: 'text',
          value: ({ part }) => (part.deleted ? words.links.deleted : null),
        },
        ...figureColumns<UsageSources['links'][number]>(words, compared),
      ],
    }),
    tablePlan(context, words.referrers, {
      empty: words.referrers.empty,
      rows: beside(referrers, previous?.referrers, ({ host }) => host),
      columns: [
        { head: words.referrers.head, kind: 'text', value: ({ part }) => part.host },
        ...figureColumns<UsageSources['referrers'][number]>(words, compared),
      ],
    }),
  ];
}
