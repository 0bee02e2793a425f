import type { Locale } from '@num-ecard/contracts/locale';
import { addDays } from '@num-ecard/contracts/period-calendar';
import type { UsageCards, UsageCross } from '@num-ecard/contracts/usage';
import type { Source } from '@num-ecard/contracts/usage-vocabulary';
import { sourceName } from '@num-ecard/contracts/usage-vocabulary-names';

const FROM = '2026-08-31';
const WEEKS = 8;
const PERIOD = { from: FROM, to: addDays(FROM, WEEKS * 7 - 1) };
const STARTS = Array.from({ length: WEEKS }, (_, week) => addDays(FROM, week * 7));

/** Five people of a team: their visits week by week, how many there were before, clicks and seconds a visit. */
const TEAM = [
  {
    title: 'Camille Laurent',
    series: [38, 41, 44, 52, 49, 57, 63, 66],
    before: 318,
    clicks: 0.62,
    seconds: 41,
  },
  {
    title: 'Nicolas Moreau',
    series: [30, 34, 29, 36, 71, 40, 33, 35],
    before: 289,
    clicks: 0.48,
    seconds: 28,
  },
  { title: 'Inès Garcia', series: [22, 21, 27, 25, 30, 28, 31, 35], before: 164, clicks: 0.71, seconds: 52 },
  { title: 'Julien Petit', series: [26, 24, 22, 19, 20, 17, 15, 14], before: 203, clicks: 0.35, seconds: 19 },
  { title: 'Sarah Benali', series: [0, 0, 0, 4, 9, 15, 18, 24], before: 0, clicks: 0.55, seconds: 36 },
] as const;

/** What part of each one's visits came in which way. */
const WAYS: readonly (readonly [Source, readonly number[]])[] = [
  ['qr', [0.46, 0.58, 0.2, 0.3, 0.64]],
  ['link', [0.14, 0.1, 0.16, 0.34, 0.12]],
  ['social', [0.22, 0.08, 0.44, 0.06, 0.08]],
  ['signature', [0.1, 0.14, 0.12, 0.2, 0.06]],
  ['nfc', [0.08, 0.1, 0.08, 0.1, 0.1]],
];

const CARDS = TEAM.map((person, index) => {
  const card = { id: String(index), slug: `carte-${index + 1}`, title: person.title };
  return Object.assign({ card, views: person.series.reduce((sum: number, views) => sum + views, 0) }, person);
});

export function sampleCards(): UsageCards {
  const answer = { period: PERIOD, interval: 'week', starts: STARTS } as const;
  const figures = (views: number, clicks: number, seconds: number) => ({
    views,
    visitors: Math.round(views * 0.86),
    clicks: Math.round(views * clicks),
    engagedMs: views * seconds * 1000,
  });
  return {
    ...answer,
    rows: CARDS.map(({ card, views, clicks, seconds, series }) => ({
      card,
      ...figures(views, clicks, seconds),
      series: [...series],
    })),
    previous: {
      ...answer,
      rows: CARDS.map(({ card, before, clicks, seconds }) => ({
        card,
        ...figures(before, clicks, seconds),
        series: [],
      })),
    },
  };
}

export function sampleCross(locale: Locale): UsageCross {
  const rows = CARDS.map(({ card, views }, person) => {
    let left = views;
    const cells = WAYS.map(([source, shares], place) => {
      // The last way has what rounding left.
      const value = place === WAYS.length - 1 ? left : Math.round(views * (shares[person] ?? 0));
      left -= value;
      return { key: source, label: sourceName(source, locale), value };
    });
    return { card, total: views, cells };
  });
  const columns = WAYS.map(([source], place) => ({
    key: source,
    label: sourceName(source, locale),
    total: rows.reduce((sum, { cells }) => sum + (cells[place]?.value ?? 0), 0),
  }));
  return { period: PERIOD, by: 'source', rows, columns };
}
