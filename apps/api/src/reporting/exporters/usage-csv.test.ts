import type { Report } from '@num-ecard/contracts/report';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  CARD,
  figures,
  givenReport as report,
  OCTOBER,
  point,
  SEPTEMBER,
} from '../../../test/support/given-report.js';
import { usageCsv } from './usage-csv.js';

/** Lines of a section: card, key, label, and then the figures as they are written. */
async function lines(of: Report, section: string): Promise<string[]> {
  let text = '';
  for await (const part of usageCsv(of)) text += part;
  const rows = parse(text, { delimiter: of.language === 'fr' ? ';' : ',', bom: true });
  return rows.filter(([first]) => first === section).map((row) => row.slice(1).join('|'));
}

test('says of whom it is, of which days and when it was written, by the account’s clocks', async () => {
  expect(await lines(report({}), 'Rapport')).toEqual([
    'patrice|account|Durand & fils|||||||||||',
    'patrice|period|Du 01/10/2026 au 31/10/2026|||||||||||',
    'patrice|compared_period|Du 01/09/2026 au 30/09/2026|||||||||||',
    'patrice|timezone|Europe/Paris|||||||||||',
    // Of the two hours of that name the second.
    'patrice|written_at|25/10/2026 02:30:00 UTC+01:00|||||||||||',
    'patrice|card|Patrice Durand|||||||||||',
  ]);
});

test.each([
  ['day', ['2026-10-01', '2026-10-02'], ['2026-09-01'], ['01/10/2026', '02/10/2026'], 'Évolution par jour'],
  [
    'week',
    ['2026-09-28', '2026-10-05'],
    ['2026-08-31'],
    ['Semaine du 28/09/2026', 'Semaine du 05/10/2026'],
    'Évolution par semaine',
  ],
  [
    'month',
    ['2026-10-01', '2026-11-01'],
    ['2026-08-01'],
    ['octobre 2026', 'novembre 2026'],
    'Évolution par mois',
  ],
] as const)(
  'sets each %s beside that of the compared period',
  async (interval, now, before, labels, section) => {
    const trends = {
      period: OCTOBER,
      interval,
      points: now.map((start, index) => point(start, 3 + index)),
      totals: { ...figures(7), engagedMs: 10_500 },
      previous: {
        period: SEPTEMBER,
        interval,
        points: before.map((start) => point(start, 1)),
        totals: { ...figures(1), engagedMs: 1500 },
      },
    };
    expect(await lines(report({ trends }), section)).toEqual([
      `patrice|${now[0]}|${labels[0]}|3|2|6||4,5|${before[0]}|1|0|2||1,5`,
      `patrice|${now[1]}|${labels[1]}|4|3|8||6||||||`,
    ]);
    // A longer one goes on below.
    const longer = {
      ...trends,
      points: trends.points.slice(0, 1),
      previous: { ...trends, points: trends.points },
    };
    expect((await lines(report({ trends: longer }), section))[1]).toBe(`patrice||||||||${now[1]}|4|3|8||6`);
  },
);

test('what one period has and the other has not is nothing there', async () => {
  const sources = {
    period: OCTOBER,
    sources: [],
    referrers: [{ host: 'linkedin.com', ...figures(5) }],
    links: [{ code: 'k1', label: 'Salon de Lyon', deleted: false, ...figures(2) }],
    previous: {
      period: SEPTEMBER,
      sources: [],
      referrers: [{ host: 'google.com', ...figures(4) }],
      links: [{ code: 'k0', label: 'k0', deleted: true, ...figures(3) }],
    },
  };
  expect(await lines(report({ sources }), 'Sites et applications')).toEqual([
    'patrice|linkedin.com|linkedin.com|5|4|10||||0|0|0||',
    'patrice|google.com|google.com|0|0|0||||4|3|8||',
  ]);
  expect(await lines(report({ sources }), 'Liens nommés')).toEqual([
    'patrice|k1|Salon de Lyon|2|1|4||||0|0|0||',
    'patrice|k0|k0 (supprimé)|0|0|0||||3|2|6||',
  ]);
});

test('what cannot be told is empty, not nought', async () => {
  const nobody = { period: OCTOBER, visits: 0, medianMs: null, averageMs: null, buckets: [] };
  const engagement = {
    ...nobody,
    previous: { ...nobody, visits: 3, medianMs: 1200, averageMs: 2345 },
  };
  expect(await lines(report({ engagement }), 'Temps médian et moyen')).toEqual([
    'patrice|median|Temps médian|0||||||3||||1,2',
    'patrice|average|Temps moyen|0||||||3||||2,345',
  ]);
  const pressed = { target: 'phone', clicks: 0, visits: 0, rate: null };
  const clicks = {
    period: OCTOBER,
    visits: 0,
    clicks: 0,
    targets: [pressed],
    previous: {
      period: SEPTEMBER,
      visits: 3,
      clicks: 2,
      targets: [{ target: 'menu-du-jour', clicks: 2, visits: 1, rate: 1 / 3 }],
    },
  };
  expect(await lines(report({ clicks }), 'Boutons')).toEqual([
    'patrice|phone|Téléphone|0||0||||0||0|0|',
    'patrice|menu-du-jour|menu-du-jour|0||0||||1||2|0,3333333333333333|',
  ]);
});

test('several cards are told together, chosen ones as such, and each by its slug', async () => {
  const cards = [CARD, { id: '018f0000-0000-7000-8000-000000000002', slug: 'lea', title: 'Léa; "L"\n=1' }];
  const trends = {
    period: OCTOBER,
    interval: 'day' as const,
    points: [],
    totals: { ...figures(1), engagedMs: 0 },
  };
  const of = (all: boolean) =>
    report(
      {
        trends,
        cards: {
          period: OCTOBER,
          interval: 'day',
          starts: ['2026-10-01'],
          rows: cards.map((card, index) => ({
            card,
            ...figures(index + 1),
            engagedMs: 0,
            series: [index + 1],
          })),
        },
      },
      { subject: { cards, consolidated: true, all }, compare: 'none', previous: null, language: 'en' },
    );
  expect(await lines(of(true), 'Period')).toEqual(['All cards|total|Total|1|0|2||0']);
  expect(await lines(of(false), 'Period')).toEqual(['Chosen cards|total|Total|1|0|2||0']);
  expect(await lines(of(true), 'Cards side by side')).toEqual([
    'patrice|patrice|Patrice Durand|1|0|2||0',
    'lea|lea|Léa; "L"\n=1|2|1|4||0',
  ]);
  expect(await lines(of(true), 'Card trends by day')).toEqual([
    'patrice|2026-10-01|2026-10-01|1||||',
    'lea|2026-10-01|2026-10-01|2||||',
  ]);
});
