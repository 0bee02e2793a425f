import type { UsageSources } from '@num-ecard/contracts/usage';

type Figures = UsageSources['sources'][number];
type Source = Figures['source'];
type Referrer = UsageSources['referrers'][number];

interface Counted {
  readonly views: number;
  readonly clicks: number;
  /** Of all the period's visits, 0 to 1; null when there are none. */
  readonly share: number | null;
  /** Visits of the period compared with; undefined without one. */
  readonly before: number | undefined;
}
export type SourceRow = Counted & { readonly source: Source };
export type ReferrerRow = Counted & { readonly host: string };

/** Visits of a period; every visit has one source. */
export function visitsOf({ sources }: Pick<UsageSources, 'sources'>): number {
  return sources.reduce((sum, { views }) => sum + views, 0);
}

/** The sources that brought visits in one period or the other, most visits first, and those that brought none. */
export function sourceRows(usage: UsageSources): { rows: SourceRow[]; none: Source[] } {
  const all = visitsOf(usage);
  const before = new Map(usage.previous?.sources.map(({ source, views }) => [source, views]));
  const counted = usage.sources.map(({ source, views, clicks }) => ({
    source,
    views,
    clicks,
    share: all === 0 ? null : views / all,
    before: usage.previous && (before.get(source) ?? 0),
  }));
  const told = (row: SourceRow) => row.views > 0 || (row.before ?? 0) > 0;
  return {
    rows: counted.filter(told),
    none: counted.filter((row) => !told(row)).map(({ source }) => source),
  };
}

/** The sites that brought visits in one period or the other, most visits first. */
export function referrerRows(usage: UsageSources): ReferrerRow[] {
  const all = visitsOf(usage);
  const row = ({ host, views, clicks }: Pick<Referrer, 'host' | 'views' | 'clicks'>, before?: number) => ({
    host,
    views,
    clicks,
    share: all === 0 ? null : views / all,
    before,
  });
  const { referrers, previous } = usage;
  if (previous === undefined) return referrers.map((now) => row(now));
  const before = new Map(previous.referrers.map(({ host, views }) => [host, views]));
  const present = new Set(referrers.map(({ host }) => host));
  return [
    ...referrers.map((now) => row(now, before.get(now.host) ?? 0)),
    ...previous.referrers
      .filter(({ host }) => !present.has(host))
      .map(({ host, views }) => row({ host, views: 0, clicks: 0 }, views)),
  ];
}
