import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import type { UsageSources } from '@num-ecard/contracts/usage';
import { expect, test } from 'vitest';
import { referrerRows, sourceRows, visitsOf } from './source-rows';

type Views = Readonly<Record<string, number>>;

const figures = (views: number) => ({ views, visitors: views, clicks: views * 2 });

function usage(sources: Views, referrers: Views = {}): Omit<UsageSources, 'previous'> {
  return {
    period: { from: '2026-11-01', to: '2026-11-30' },
    sources: SOURCES.map((source) => Object.assign({ source }, figures(sources[source] ?? 0))).toSorted(
      (a, b) => b.views - a.views,
    ),
    referrers: Object.entries(referrers).map(([host, views]) => Object.assign({ host }, figures(views))),
    links: [],
  };
}

test('a source has its share of all visits, and its visits of the period before', () => {
  const { rows, none } = sourceRows({
    ...usage({ qr: 30, nfc: 10 }),
    previous: usage({ qr: 20, search: 4 }),
  });
  expect(rows).toEqual([
    { source: 'qr', views: 30, clicks: 60, share: 0.75, before: 20 },
    { source: 'nfc', views: 10, clicks: 20, share: 0.25, before: 0 },
    { source: 'search', views: 0, clicks: 0, share: 0, before: 4 },
  ]);
  expect(none).toEqual(SOURCES.filter((source) => !['qr', 'nfc', 'search'].includes(source)));
});

test('without a period before, nothing is compared', () => {
  expect(sourceRows(usage({ qr: 1 })).rows).toEqual([
    { source: 'qr', views: 1, clicks: 2, share: 1, before: undefined },
  ]);
});

test('without visits there are no shares', () => {
  expect(visitsOf(usage({}))).toBe(0);
  expect(sourceRows({ ...usage({}), previous: usage({ qr: 2 }) }).rows).toEqual([
    { source: 'qr', views: 0, clicks: 0, share: null, before: 2 },
  ]);
});

test('a site that brings no more visits is told last', () => {
  const now = usage({ social: 3, direct: 1 }, { 'linkedin.com': 3 });
  expect(referrerRows({ ...now, previous: usage({ site: 5 }, { 'annuaire.fr': 5 }) })).toEqual([
    { host: 'linkedin.com', views: 3, clicks: 6, share: 0.75, before: 0 },
    { host: 'annuaire.fr', views: 0, clicks: 0, share: 0, before: 5 },
  ]);
  expect(referrerRows(now)).toEqual([
    { host: 'linkedin.com', views: 3, clicks: 6, share: 0.75, before: undefined },
  ]);
});
