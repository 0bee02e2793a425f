/** What the PDF of a month's referrals says of months that are made seldom. That its figures are the API's: `referral-files`. */
import { buffer } from 'node:stream/consumers';
import type { Locale } from '@num-ecard/contracts/locale';
import { expect, test } from 'vitest';
import { readPdf } from '../../../test/support/read-pdf.js';
import { type MetricsDocument, metricsPdf } from './metrics-pdf.js';

const COLUMNS = 6;

function month(name: string, received: number, valueCents = 0): MetricsDocument['months'][number] {
  return {
    month: name,
    cohort: {
      received,
      contacted: received,
      appointments: 0,
      converted: 0,
      lost: 0,
      rate: received === 0 ? null : 0,
    },
    activity: { contacted: received, converted: 0 },
    medianHoursToContact: received === 0 ? null : 5,
    contactedWithin24h: received === 0 ? null : 1,
    convertedValueCents: valueCents,
  };
}

function ambassadors(count: number): MetricsDocument['ambassadors'] {
  return Array.from({ length: count }, (_, index) => ({
    id: '018f0000-0000-7000-8000-000000000001',
    email: null,
    phone: null,
    phoneDisplay: null,
    thankedAt: null,
    rank: index + 1,
    name: `Ambassadeur ${index + 1}`,
    received: 2,
    contacted: 2,
    converted: 0,
    valueCents: 0,
  }));
}

async function written(document: Partial<MetricsDocument>, locale: Locale = 'fr') {
  const stream = metricsPdf({
    owner: { name: 'Durand & fils', timezone: 'Europe/Paris', demo: false },
    locale,
    // Already the next day in Paris.
    writtenAt: new Date('2026-10-31T23:30:00Z'),
    month: '2026-10',
    months: [month('2026-09', 4, 999_999_950), month('2026-10', 8, 1_250_000_050)],
    ambassadors: [],
    ...document,
  });
  const read = await readPdf(new Uint8Array(await buffer(stream)));
  expect(read.pages.flatMap(({ untold }) => untold)).toEqual([]);
  return { ...read, words: read.text.replaceAll(/\s+/g, ' ') };
}

test('a month has a capital where it stands alone, and the first of a month its ending', async () => {
  const { title, words } = await written({});
  expect(title).toBe('Résultats des recommandations, octobre 2026');
  expect(words).toContain('Octobre 2026');
  expect(words).toContain('Fichier établi le 1er novembre 2026 à ');
});

test.each(['fr', 'en'] as const)('no figure of the month is cut, in %s', async (locale) => {
  const { words } = await written({}, locale);
  expect(words).not.toContain('…');
  expect(words).toContain(locale === 'fr' ? '12 500 000,50 €' : '€12,500,000.50');
  expect(words).toContain(
    locale === 'fr' ? 'contre 9 999 999,50 € le mois d’avant' : 'against €9,999,999.50 the month before',
  );
});

test('what there was none of in the month before is compared with nothing', async () => {
  const { words } = await written({ months: [month('2026-09', 0), month('2026-10', 8)] });
  expect(words).not.toContain('contre —');
  // In euros there is a nought.
  expect(words).toContain('contre 0 € le mois d’avant');
});

test('who has the best ambassadors read out hears whose each figure is, and how many there are more', async () => {
  const { pages, words } = await written({ ambassadors: ambassadors(31) });
  expect(words).toContain('Et 1 autre : le fichier CSV les contient tous.');
  const heads = (read: { pages: readonly { roles: readonly string[] }[] }) =>
    read.pages.flatMap(({ roles }) => roles).filter((role) => role === 'TH').length;
  expect(heads({ pages }) - heads(await written({}))).toBe(COLUMNS + 30);
  const three = await written({ ambassadors: ambassadors(33) }, 'en');
  expect(three.words).toContain('And 3 others: the CSV file has all of them.');
});
