import type { Report } from '@num-ecard/contracts/report';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthlySentences } from './monthly-sentences.js';

const SOURCES = ['qr', 'nfc', 'link', 'signature', 'wallet', 'social', 'search', 'site', 'direct'] as const;
type Counts = Readonly<Record<string, number>>;

interface Month {
  readonly sources?: Counts;
  readonly targets?: Counts;
  readonly cities?: Counts;
  readonly days?: readonly number[];
}

/** Of a report what the sentences are made of. */
function reportOf(
  now: Month,
  before: Month | null,
  language: 'fr' | 'en' = 'fr',
  { cards = 1, consolidated = false } = {},
): Report {
  const period = { from: '2026-10-01', to: '2026-10-31' };
  const previous = { from: '2026-09-01', to: '2026-09-30' };
  const figures = (views: number) => ({ views, visitors: views, clicks: 0 });
  const sum = (counts: Counts = {}) => Object.values(counts).reduce((all, count) => all + count, 0);
  const sources = ({ sources: counts = {} }: Month) => ({
    sources: SOURCES.map((source) => ({ source, ...figures(counts[source] ?? 0) })),
  });
  const clicks = ({ targets = {} }: Month) => ({
    targets: Object.entries(targets).map(([target, count]) => ({ target, clicks: count })),
  });
  const geography = ({ cities = {} }: Month) => ({
    cities: Object.entries(cities).map(([name, count]) => ({
      country: 'FR',
      region: null,
      name,
      views: count,
      visitors: count,
      clicks: 0,
    })),
  });
  const beside = <Section extends object>(section: (month: Month) => Section) => ({
    ...section(now),
    ...(before === null ? {} : { previous: section(before) }),
  });
  return {
    language,
    subject: { cards: Array.from({ length: cards }, () => ({})), consolidated, all: true },
    period,
    previous: before === null ? null : previous,
    sections: {
      trends: {
        points: (now.days ?? []).map((views, index) => ({
          start: `2026-10-${String(index + 1).padStart(2, '0')}`,
          views,
          visitors: views,
          clicks: 0,
          engagedMs: 0,
        })),
        totals: { ...figures(sum(now.sources)), engagedMs: 0 },
        ...(before === null ? {} : { previous: { totals: figures(sum(before.sources)) } }),
      },
      sources: beside(sources),
      clicks: beside(clicks),
      geography: beside(geography),
    },
  } as unknown as Report;
}

test.each<[string, Month, Month | null, 'fr' | 'en', string[]]>([
  ['nothing of a month without visits', {}, { sources: { qr: 9 } }, 'fr', []],
  [
    'the largest change of each, the larger first',
    {
      sources: { qr: 20, link: 3 },
      targets: { phone: 12, email: 1 },
      cities: { Lyon: 4 },
      days: [1, 12, 3],
    },
    { sources: { qr: 6, link: 5 }, targets: { phone: 7, email: 1 }, cities: {} },
    'fr',
    [
      '20 visites sont venues par «\u00a0QR code\u00a0», 14 de plus qu’en septembre.',
      'Le bouton «\u00a0Téléphone\u00a0» a été pressé 12 fois, 5 de plus qu’en septembre.',
      'Votre carte a été vue 4 fois depuis Lyon, contre zéro en septembre.',
    ],
  ],
  [
    'what went down, as plainly',
    { sources: { qr: 1 }, targets: { phone: 0 }, days: [1] },
    { sources: { qr: 5 }, targets: { phone: 3 } },
    'en',
    [
      '1 visit came by “QR code”, 4 fewer than in September.',
      'The button “Phone” was not pressed, 3 fewer than in September.',
      'Your best day was Thursday 1 October, with 1 visit.',
    ],
  ],
  [
    'no best day among equals; where nothing changed, that it stayed',
    { sources: { qr: 4 }, targets: { phone: 3, email: 1 }, days: [2, 2] },
    { sources: { qr: 4 }, targets: { phone: 3, email: 1 } },
    'fr',
    [
      '4 visites en tout, autant qu’en septembre.',
      'Le bouton «\u00a0Téléphone\u00a0» a été pressé 3 fois, autant qu’en septembre.',
      '4 visites sont venues par «\u00a0QR code\u00a0», autant qu’en septembre.',
    ],
  ],
  [
    'the same of few figures',
    { sources: { qr: 1 }, days: [1] },
    { sources: { qr: 1 } },
    'en',
    [
      'Your best day was Thursday 1 October, with 1 visit.',
      '1 visit in all, as many as in September.',
      '1 visit came by “QR code”, as many as in September.',
    ],
  ],
  [
    'where little can be told of, what there was in all',
    { sources: { qr: 2, link: 5 } },
    { sources: { qr: 8 } },
    'en',
    [
      '2 visits came by “QR code”, 6 fewer than in September.',
      '7 visits in all, 1 fewer than in September.',
      '7 visitors, 1 fewer than in September.',
    ],
  ],
  [
    'the most there was of, where there is nothing to compare with',
    { sources: { direct: 2 }, days: [0, 2] },
    null,
    'fr',
    [
      '2 visites sont venues par «\u00a0Accès direct\u00a0».',
      'Votre meilleure journée a été le vendredi 2 octobre, avec 2 visites.',
      '2 visites en tout.',
    ],
  ],
])('%s', (_, now, before, language, expected) => {
  expect(monthlySentences(reportOf(now, before, language))).toEqual(expected);
});

test.each([
  [1, 'Votre carte a été vue 4 fois depuis Lyon.'],
  [2, 'Vos cartes ont été vues 4 fois depuis Lyon.'],
])('an account of many cards that has %i is told so', (cards, expected) => {
  const report = reportOf({ sources: { qr: 4 }, cities: { Lyon: 4 } }, null, 'fr', {
    cards,
    consolidated: true,
  });
  expect(monthlySentences(report)).toContain(expected);
});

const counts = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.nat(2_000)])));
const month = fc.record({
  sources: counts(SOURCES),
  targets: counts(['phone', 'email', 'own-target']),
  cities: counts(['Lyon', 'L’Haÿ-les-Roses', '<b>=1+1</b>']),
  days: fc.array(fc.nat(50), { maxLength: 31 }),
});

test('whatever the month, three whole sentences without a percentage, each of another subject; none without visits', () => {
  fc.assert(
    fc.property(
      month,
      fc.option(month),
      fc.constantFrom('fr' as const, 'en' as const),
      (now, before, language) => {
        const sentences = monthlySentences(reportOf(now, before, language));
        const views = Object.values(now.sources).reduce((sum, count) => sum + count, 0);
        expect(sentences).toHaveLength(views === 0 ? 0 : 3);
        expect(new Set(sentences).size).toBe(sentences.length);
        for (const sentence of sentences) expect(sentence).toMatch(/^[^%]*[^ .]\.$/);
      },
    ),
  );
});
