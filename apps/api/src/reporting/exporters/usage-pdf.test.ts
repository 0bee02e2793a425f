/** What the PDF report says of reports that traffic makes seldom. That its figures are the API's: `usage-exports-pdf`. */
import { buffer } from 'node:stream/consumers';
import type { Report } from '@num-ecard/contracts/report';
import { expect, test } from 'vitest';
import {
  CARD,
  cardsNamed,
  figures,
  givenReport,
  OCTOBER,
  point,
  SEPTEMBER,
} from '../../../test/support/given-report.js';
import { type ReadPdf, readPdf } from '../../../test/support/read-pdf.js';
import { usagePdf } from './usage-pdf.js';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

async function written(report: Report): Promise<ReadPdf & { readonly words: string }> {
  const read = await readPdf(new Uint8Array(await buffer(usagePdf(report))));
  for (const { ink, width, untold } of read.pages) {
    expect([ink.left >= -0.5, ink.right <= width]).toEqual([true, true]);
    expect(untold).toEqual([]);
  }
  return { ...read, words: plain(read.text) };
}

/** Of a month beside the one before. */
function visits(now: number, before: number): NonNullable<Report['sections']['trends']> {
  const month = (period: typeof OCTOBER, views: number) => ({
    period,
    interval: 'month' as const,
    points: [point(period.from, views)],
    totals: { ...figures(views), engagedMs: 1500 * views },
  });
  return { ...month(OCTOBER, now), previous: month(SEPTEMBER, before) };
}

const nobody = { period: OCTOBER, visits: 0, medianMs: null, averageMs: null, buckets: [] };
const stayed = { ...nobody, visits: 9, medianMs: 4000, averageMs: 5000 };

/** Of a month: so many came, were called and became clients. */
function received(month: string, [came, called, won]: readonly [number, number, number], valueCents = 0) {
  return {
    month,
    cohort: {
      received: came,
      contacted: called,
      appointments: 0,
      converted: won,
      lost: 0,
      rate: came === 0 ? null : won / came,
    },
    activity: { contacted: called, converted: won },
    medianHoursToContact: null,
    contactedWithin24h: null,
    convertedValueCents: valueCents,
  };
}

function ambassador(rank: number) {
  const reached = { id: CARD.id, email: null, phone: null, phoneDisplay: null, thankedAt: null };
  return {
    ...reached,
    rank,
    name: `Ambassadeur ${rank}`,
    received: 20 - rank,
    contacted: 2,
    converted: 1,
    valueCents: 100_050,
  };
}

test('visits of no known place are named as such, however many other places there are', async () => {
  const names = ['France', 'Belgique', 'Suisse', 'Canada', 'Maroc', 'Italie', 'Espagne', 'Portugal', 'Grèce'];
  const countries = names.map((name, index) =>
    Object.assign({ code: `X${index}`, name }, figures(20 - index)),
  );
  const geography = { period: OCTOBER, countries, regions: [], cities: [], unknown: 100 };
  const { words } = await written(
    givenReport({
      trends: visits(244, 90),
      geography: { ...geography, previous: { ...geography, period: SEPTEMBER, unknown: 50 } },
    }),
  );
  expect(words).toContain('3 autres pays 39 16 % 78 Lieu inconnu 100 41 % ▲ +100 %');
  const known = await written(
    givenReport({ trends: visits(244, 90), geography: { ...geography, unknown: 0 } }),
  );
  expect(known.words).not.toContain('Lieu inconnu');
});

test('a card beside others has two heads for its curve and its change', async () => {
  const cards = cardsNamed(2);
  const rows = cards.map((card, index) => ({
    card,
    ...figures(index + 3),
    engagedMs: 0,
    series: [1, index],
  }));
  const compared = { period: OCTOBER, interval: 'day' as const, starts: ['2026-10-01', '2026-10-02'], rows };
  for (const [language, heads] of [
    ['fr', 'Carte Évolution Visites Variation Visiteurs Clics Temps par visite'],
    ['en', 'Card Trend Visits Change Visitors Clicks Time per visit'],
  ] as const) {
    const { words } = await written(
      givenReport(
        { trends: visits(7, 7), cards: { ...compared, previous: compared } },
        { language, subject: { cards, consolidated: true, all: true } },
      ),
    );
    expect(words).toContain(heads);
  }
});

test('one is told as one', async () => {
  const one = await written(
    givenReport(
      {
        trends: visits(0, 1),
        filtered: { period: OCTOBER, views: 1, clicks: 0, reasons: [{ reason: 'bot', views: 1, clicks: 0 }] },
      },
      { subject: { cards: [CARD], consolidated: true, all: false } },
    ),
  );
  expect(one.words).toContain('1 carte ');
  expect(one.words).not.toMatch(/\b1 cartes|\b1 ouvertures/);
  expect(one.words).toContain('1 ouverture a été reçue, mais écartée');
  const seven = { cards: cardsNamed(7), consolidated: true, all: true };
  expect((await written(givenReport({ trends: visits(9, 9) }, { subject: seven }))).words).toContain(
    'Carte 6 et 1 autre ',
  );
});

test('a month has a capital only where it stands alone', async () => {
  const { words, title, pages } = await written(givenReport({ trends: visits(0, 12) }));
  expect(title).toBe('Rapport d’utilisation, octobre 2026');
  expect(words).toContain('Pour comparer, septembre 2026 : 12 visites.');
  expect(pages[0]?.pieces.map(({ text }) => text)).toContain('Octobre 2026');
  const { pages: drawn } = await written(givenReport({ trends: visits(12, 3) }));
  expect(plain(String(drawn.flatMap(({ pictures }) => pictures)[0]))).toContain(
    'octobre 2026 : 12 visites au total. Période comparée, septembre 2026 : 3 visites.',
  );
});

test('what there was none of before is compared with nothing', async () => {
  const engagement = { ...stayed, previous: { ...nobody, period: SEPTEMBER } };
  const { words } = await written(givenReport({ trends: visits(9, 0), engagement }));
  expect(words).toContain('Temps médian —');
  expect(words).not.toContain('contre —');
  // Nor is what there is none of now less than before.
  const none = { ...nobody, previous: { ...stayed, period: SEPTEMBER } };
  expect((await written(givenReport({ trends: visits(9, 9), engagement: none }))).words).toContain(
    '— Temps médian — contre 4 s avant',
  );
});

test.each(['fr', 'en'] as const)('no figure of the month’s referrals is cut, in %s', async (language) => {
  const month = (name: string, cents: number) => received(name, [12_345, 4321, 1234], cents);
  const before = month('2026-09', 999_999_950);
  const metrics = month('2026-10', 1_250_000_050);
  const { pages, words } = await written(
    givenReport(
      {
        trends: visits(9, 9),
        referrals: { metrics, previous: before, trend: { months: [before, metrics] }, ambassadors: [] },
      },
      { language },
    ),
  );
  expect(words).not.toContain('…');
  const pieces = pages.flatMap((page) => page.pieces.map(({ text }) => plain(text)));
  expect(pieces).toContain(language === 'fr' ? '12 500 000,50 €' : '€12,500,000.50');
  expect(words).toContain(language === 'fr' ? 'contre 9 999 999,50 € avant' : 'against €9,999,999.50 before');
});

test('of many ambassadors the best are named, and the others are one line, which is their sum', async () => {
  const ambassadors = Array.from({ length: 12 }, (_, index) => ambassador(index + 1));
  const metrics = received('2026-10', [162, 24, 12], 1_200_600);
  const referrals = { metrics, previous: metrics, trend: { months: [metrics] } };
  const of = (few: typeof ambassadors) =>
    written(givenReport({ trends: visits(9, 9), referrals: { ...referrals, ambassadors: few } }));
  const { words } = await of(ambassadors);
  expect(words).toContain('5 Ambassadeur 5 15 2 1 1 000,50 €');
  expect(words).toContain('7 autres ambassadeurs 77 14 7 7 003,50 €');
  expect(words).not.toContain('Ambassadeur 6');
  // One that would be alone is named.
  const six = await of(ambassadors.slice(0, 6));
  expect(six.words).toContain('6 Ambassadeur 6 14');
  expect(six.words).not.toContain('autre ambassadeur');
  // Each is told by name to who has it read out: six columns and six rows.
  const roles = six.pages.flatMap((page) => page.roles);
  const table = roles.slice(roles.lastIndexOf('Table'));
  expect(table.filter((role) => role === 'TH')).toHaveLength(6 + 6);
});

test('a month without referrals says so, instead of noughts', async () => {
  const none = received('2026-10', [0, 0, 0]);
  const before = received('2026-09', [4, 2, 1], 100_000);
  const { words, pages } = await written(
    givenReport({
      trends: visits(9, 9),
      referrals: { metrics: none, previous: before, trend: { months: [before, none] }, ambassadors: [] },
    }),
  );
  expect(words).toContain('Recommandations Aucune recommandation reçue ce mois-là.');
  expect(words).not.toContain('Taux = —');
  expect(words).not.toContain('Valeur convertie');
  // The months before are still there.
  expect(pages.flatMap(({ pictures }) => pictures).join(' ')).toContain('4 recommandations reçues');
});
