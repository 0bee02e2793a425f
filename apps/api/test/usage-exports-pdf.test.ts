/**
 * The PDF report as another program reads and draws it: every figure is the API's for the same period, and nothing of what the
 * model lacks is in it. How the visits are made: `support/given-visits.ts`; how a file is read: `support/read-pdf.ts`.
 */
import { countText, durationText, shareText } from '@num-ecard/contracts/numbers';
import {
  deviceName,
  dropReasonName,
  sourceName,
  targetName,
} from '@num-ecard/contracts/usage-vocabulary-names';
import type { Plan } from '@num-ecard/contracts/plans';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { afterFile } from './support/after-file.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, Client, view } from './support/client.js';
import { givenAccount } from './support/given.js';
import { givenVisits } from './support/given-visits.js';
import { type ReadPdf, readPdf } from './support/read-pdf.js';

const NOW = '2028-04-12T13:40:00Z';
/** The change of the clocks at its end, compared with a leap day's month. */
const MARCH = 'from=2028-03-01&to=2028-03-31&compare=previous';
/** A year's end. */
const JANUARY = 'from=2027-12-20&to=2028-01-31&compare=year';
const TYPE = 'application/pdf';

interface OwnAccount {
  readonly plan: Plan;
  readonly cards: readonly string[];
  readonly owner: Client;
}

let running: RunningApp;
const accounts = {} as Record<'martinique' | 'auckland' | 'paris', OwnAccount>;

beforeAll(async () => {
  running = await startApp();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
  afterFile(() => vi.useRealTimers());
  for (const [name, plan, timezone, cards] of [
    ['martinique', 'premium', 'America/Martinique', 1],
    ['auckland', 'force-de-vente', 'Pacific/Auckland', 1],
    ['paris', 'multi-cartes', 'Europe/Paris', 5],
  ] as const) {
    const given = await givenAccount(running, { plan, timezone, cards });
    const { slugs } = given;
    for (const [visits, from, to] of [
      [150, '2026-12-15T00:00:00Z', '2027-04-12T00:00:00Z'],
      [400, '2027-12-15T00:00:00Z', NOW],
    ] as const)
      await givenVisits(running, { slugs, visits, from: new Date(from), to: new Date(to) });
    accounts[name] = { plan, cards: slugs, owner: await given.signIn() };
  }
});

type Language = 'fr' | 'en';

async function report(client: Client, path: string, language: Language = 'fr'): Promise<ReadPdf> {
  const answer = await fetch(client.url + path, {
    headers: { cookie: client.cookieHeader(), 'accept-language': language },
  });
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, TYPE]);
  return readPdf(new Uint8Array(await answer.arrayBuffer()));
}

// The answers' shapes are the contract's; here they are only compared.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** How a change is told, worked out here once more. */
function change(now: number, before: number, language: Language): string {
  if (before === 0) return now === 0 ? '—' : `▲ ${language === 'fr' ? 'nouveau' : 'new'}`;
  const percent = ((now - before) / before) * 100;
  if (Math.abs(percent) < 0.5) return now === before ? '=' : '≈';
  if (percent >= 1000) return `▲ × ${countText(Math.round(percent / 100 + 1), language)}`;
  const text = `${percent > 0 ? '+' : '-'}${countText(Math.round(Math.abs(percent)), language)}`;
  return `${percent > 0 ? '▲' : '▼'} ${text}${language === 'fr' ? ' %' : '%'}`;
}

interface Counted {
  readonly views: number;
  readonly clicks: number;
}

/** What the report must say of the API's answers, line by line. */
async function expectedLines(
  { owner, plan }: OwnAccount,
  stats: string,
  language: Language,
  period: string,
): Promise<string[]> {
  const ask = async (name: string, more = ''): Promise<Answer> => {
    const { status, body } = await owner.get(`${stats}/${name}?${period}${more}`, {
      'accept-language': language,
    });
    expect([name, status]).toEqual([name, 200]);
    return body;
  };
  const count = (value: number) => countText(value, language);
  const trends = await ask('trends');
  const total: number = trends.totals.views;
  expect(total).toBeGreaterThan(20);
  const counted = <Row extends Counted>(
    rows: readonly Row[],
    before: readonly Row[],
    keyOf: (row: Row) => string,
    nameOf: (row: Row) => string,
  ) =>
    rows
      .filter(({ views }) => views > 0)
      .map((row) => {
        const earlier = before.find((other) => keyOf(other) === keyOf(row))?.views ?? 0;
        const { views, clicks } = row;
        return `${nameOf(row)} ${count(views)} ${shareText(views / total, language)} ${change(views, earlier, language)} ${count(clicks)}`;
      });
  const sources = await ask('sources');
  const geography = await ask('geography');
  const lines = [
    ...(['views', 'visitors', 'clicks'] as const).map((name) => {
      const words = {
        fr: { views: 'Visites', visitors: 'Visiteurs', clicks: 'Clics' },
        en: { views: 'Visits', visitors: 'Visitors', clicks: 'Clicks' },
      };
      const [now, before] = [trends.totals[name], trends.previous.totals[name]];
      const against = language === 'fr' ? `contre ${count(before)} avant` : `against ${count(before)} before`;
      return `${count(now)} ${words[language][name]} ${change(now, before, language)} ${against}`;
    }),
    ...counted<Answer>(
      sources.sources,
      sources.previous.sources,
      ({ source }) => source,
      ({ source }) => sourceName(source, language),
    ),
    ...counted<Answer>(
      sources.referrers.slice(0, 10),
      sources.previous.referrers,
      ({ host }) => host,
      ({ host }) => host,
    ),
    ...counted<Answer>(
      geography.countries.slice(0, 6),
      geography.previous.countries,
      ({ code }) => code,
      ({ name }) => name,
    ),
    ...counted<Answer>(
      geography.regions.slice(0, 10),
      geography.previous.regions,
      ({ country, code }) => `${country}/${code}`,
      ({ name }) => name,
    ),
    ...counted<Answer>(
      geography.cities.slice(0, 12),
      geography.previous.cities,
      ({ country, region, name }) => `${country}/${region}/${name}`,
      ({ country, region, name }) => {
        if (geography.cities.filter((city: Answer) => city.name === name).length === 1) return name;
        const area = geography.regions.find((one: Answer) => one.country === country && one.code === region);
        const home = geography.countries.find((one: Answer) => one.code === country);
        return `${name} (${(area ?? home).name})`;
      },
    ),
  ];
  if (plan === 'premium') return lines;
  const [clicks, engagement, devices, filtered] = [
    await ask('clicks'),
    await ask('engagement'),
    await ask('devices'),
    await ask('filtered'),
  ];
  return [
    ...lines,
    ...clicks.targets.map(({ target, visits, rate, clicks: pressed }: Answer) => {
      const before = clicks.previous.targets.find((other: Answer) => other.target === target)?.clicks ?? 0;
      return `${targetName(target, language)} ${count(pressed)} ${change(pressed, before, language)} ${count(visits)} ${shareText(rate, language)}`;
    }),
    `${durationText(engagement.averageMs, language)} ${language === 'fr' ? 'Temps moyen' : 'Average time'}`,
    `${durationText(engagement.medianMs, language)} ${language === 'fr' ? 'Temps médian' : 'Median time'}`,
    ...counted<Answer>(
      devices.devices,
      devices.previous.devices,
      ({ device }) => device,
      ({ device }) => deviceName(device, language),
    ),
    ...filtered.reasons
      .filter(({ views }: Answer) => views > 0)
      .map(
        (reason: Answer) =>
          `${dropReasonName(reason.reason, language)} ${count(reason.views)} ${count(reason.clicks)}`,
      ),
    `Total ${count(filtered.views)} ${count(filtered.clicks)}`,
  ];
}

/** Where an account's report and its figures are. */
function pathsOf({ plan, cards }: OwnAccount): { file: string; stats: string } {
  if (plan === 'multi-cartes') return { file: '/api/exports/usage.pdf', stats: '/api/stats/consolidated' };
  return { file: `/api/cards/${cards[0]}/exports/usage.pdf`, stats: `/api/cards/${cards[0]}/stats` };
}

const headings = ({ pages }: ReadPdf, level: string) =>
  pages.flatMap(({ roles }) => roles).filter((role) => role === level).length;

/** Nothing beside the page, no page without anything, and everything is told to who has it read out or marked as of no meaning. */
function expectWholePages({ pages }: ReadPdf): void {
  for (const { ink, width, height, untold } of pages) {
    expect(ink.left).toBeGreaterThanOrEqual(-0.5);
    expect(ink.right).toBeLessThanOrEqual(width);
    expect(ink.top).toBeGreaterThanOrEqual(-0.5);
    expect(ink.bottom).toBeLessThanOrEqual(height - 20);
    // More than the foot alone.
    expect(ink.top).toBeLessThan(60);
    expect(untold).toEqual([]);
  }
}

describe.each([
  ['martinique', 'fr', JANUARY],
  ['auckland', 'fr', MARCH],
  ['auckland', 'en', MARCH],
  ['paris', 'fr', MARCH],
  ['paris', 'en', MARCH],
] as const)('the report of %s in %s', (name, language, period) => {
  let account: OwnAccount;
  let read: ReadPdf;

  beforeAll(async () => {
    account = accounts[name];
    read = await report(account.owner, `${pathsOf(account).file}?${period}`, language);
  });

  test('says every figure as the API does', async () => {
    const lines = await expectedLines(account, pathsOf(account).stats, language, period);
    const words = plain(read.text);
    expect(lines.filter((line) => !words.includes(plain(line)))).toEqual([]);
    expect(lines.length).toBeGreaterThan(12);
  });

  test('is drawn on its pages, each with its number, and told to who has it read out', () => {
    const { pages, title, language: spoken } = read;
    expectWholePages(read);
    expect(spoken).toBe(language);
    expect(title).toMatch(language === 'fr' ? /^Rapport d’utilisation, / : /^Usage report, /);
    for (const [index, page] of pages.entries())
      expect(page.text).toContain(`${index + 1} / ${pages.length}`);
    const roles = pages.flatMap((page) => page.roles);
    expect(roles.slice(0, 4)).toEqual(['Root', 'Document', 'P', 'H1']);
    expect(headings(read, 'H1')).toBe(1);
    expect(headings(read, 'H2')).toBe(read.outline.length);
    for (const role of ['Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure']) expect(roles).toContain(role);
    const pictures = pages.flatMap((page) => page.pictures);
    expect(pictures.filter((alt) => alt.length < 10)).toEqual([]);
  });

  test('says what its charts show in words', async () => {
    const { body } = await account.owner.get(`${pathsOf(account).stats}/trends?${period}`);
    const total = countText(body.totals.views, language);
    const [chart] = read.pages.flatMap(({ pictures }) => pictures);
    expect(plain(String(chart))).toContain(
      language === 'fr' ? `${plain(total)} visites au total` : `${total} visits in all`,
    );
  });
});

test('all cards of an account stand side by side and crossed, as the API tells them', async () => {
  const { owner } = accounts.paris;
  const read = await report(owner, `/api/exports/usage.pdf?${MARCH}`);
  const words = plain(read.text);
  const { body } = await owner.get(`/api/stats/cards?${MARCH}`);
  for (const { card, views, visitors, clicks, engagedMs } of body.rows as Answer[]) {
    const before = body.previous.rows.find((row: Answer) => row.card.id === card.id).views;
    const time = durationText(views === 0 ? null : engagedMs / views, 'fr');
    const line = `${card.title} ${views} ${change(views, before, 'fr')} ${visitors} ${clicks} ${time}`;
    expect(words).toContain(plain(line));
  }
  let crossed = 0;
  for (const by of ['source', 'country', 'month']) {
    const { body: table } = await owner.get(`/api/stats/cross?${MARCH}&by=${by}`);
    const columns = (table.columns as Answer[]).map(({ total }, index) => ({ total, index }));
    const shown = by === 'month' ? columns : columns.filter(({ total }) => total > 0);
    expect(shown.length).toBeLessThan(12);
    for (const { card, cells, total } of table.rows as Answer[]) {
      const values = shown.map(({ index }) => cells[index].value);
      expect(words).toContain(plain([card.title, ...values, total].join(' ')));
      crossed += 1;
    }
  }
  expect(crossed).toBe(3 * body.rows.length);
  expect(read.pages.some(({ width, height }) => width > height)).toBe(true);
});

test.each([
  ['week', 'previous'],
  ['month', 'year'],
  ['day', 'none'],
] as const)('every %s of the period, compared with %s, is as the API tells it', async (interval, compare) => {
  const { owner, cards } = accounts.paris;
  const query = `from=2028-01-01&to=2028-03-31&compare=${compare}&interval=${interval}`;
  const read = await report(owner, `/api/cards/${cards[0]}/exports/usage.pdf?${query}`);
  const { body } = await owner.get(`/api/cards/${cards[0]}/stats/trends?${query}`);
  expectWholePages(read);
  const words = plain(read.text);
  expect(words.includes('avant')).toBe(compare !== 'none');
  if (interval === 'day') return;
  for (const [index, { views, visitors, clicks }] of (body.points as Answer[]).entries()) {
    const before = body.previous.points[index]?.views;
    const told = before === undefined ? '—' : change(views, before, 'fr');
    expect(words).toContain(` ${views} ${told} ${visitors} ${clicks} `);
  }
});

test('what a model lacks is not in its report', async () => {
  const { owner, cards } = accounts.martinique;
  const { outline, text } = await report(owner, `/api/cards/${cards[0]}/exports/usage.pdf?${JANUARY}`);
  expect(outline).toEqual([
    'Chiffres clés',
    'Évolution par jour',
    'Sources',
    'Lieux',
    'Boutons depuis le début',
  ]);
  for (const word of [
    'Temps',
    'Part des visites',
    'Appareils',
    'Jours et heures',
    'Recommandations',
    'Premium',
    'Force de Vente',
  ])
    expect(text).not.toContain(word);
  const auckland = accounts.auckland;
  const full = await report(auckland.owner, `/api/cards/${auckland.cards[0]}/exports/usage.pdf?${MARCH}`);
  expect(full.outline).toEqual([
    'Chiffres clés',
    'Évolution par jour',
    'Sources',
    'Lieux',
    'Boutons',
    'Temps passé',
    'Jours et heures',
    'Appareils',
    'Écartés',
  ]);
  expect((await auckland.owner.get(`/api/exports/usage.pdf?${MARCH}`)).status).toBe(403);
});

test('a report without visits says what brings some, not pages of zeros', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const { slugs } = owner;
  const client = await owner.signIn();
  for (const language of ['fr', 'en'] as const) {
    const read = await report(client, `/api/cards/${slugs[0]}/exports/usage.pdf`, language);
    expect(read.pages).toHaveLength(1);
    expectWholePages(read);
    expect(plain(read.text)).toContain(
      language === 'fr' ? 'Faites scanner le QR code' : 'Have the QR code scanned',
    );
    expect(read.outline).toEqual([
      language === 'fr' ? 'Aucune visite sur cette période' : 'No visits in this period',
    ]);
  }
});

test.each([
  ['<b>"\u202eAB 😀 =1+1', '<b>"AB =1+1'],
  ['王小明', null],
  ['Très long '.repeat(12).trim(), 'Très long Très long'],
])('a card called %j is called so, or by its slug where the font lacks its letters', async (title, shown) => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const { id, slugs } = owner;
  await running.dataSource.query('UPDATE cards SET title = $2 WHERE account_id = $1', [id, title]);
  const client = await owner.signIn();
  const slug = slugs[0] as string;
  const visitor = new Client(running.url);
  expect((await visitor.post('/api/track', beacon(slug, [view()]))).body).toEqual({
    accepted: 1,
    ignored: 0,
  });
  const read = await report(client, `/api/cards/${slug}/exports/usage.pdf`);
  expectWholePages(read);
  expect(plain(read.text)).toContain(shown ?? slug);
  expect(read.text).not.toMatch(/[\u25a1\u202a-\u202e\u2066-\u2069]/);
  expect(plain(read.text)).toContain('1 Visites');
});

test('two hundred cards go over the pages with their head, none of them cut', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 200 });
  const { slugs } = owner;
  const client = await owner.signIn();
  const visitor = new Client(running.url);
  for (const slug of slugs.slice(0, 25)) await visitor.post('/api/track', beacon(slug, [view()]));
  const read = await report(client, '/api/exports/usage.pdf?compare=previous');
  expectWholePages(read);
  expect(plain(read.text)).toContain('Toutes les cartes (200)');
  const pages = read.pages.filter(({ text }) => /Card card-\w+-\d+ 0 — 0 0 —/.test(plain(text)));
  expect(pages.length).toBeGreaterThan(4);
  for (const { text } of pages) expect(text).toContain('Temps par');
  const words = plain(read.text);
  for (const slug of slugs) expect(words).toContain(`Card ${slug} `);
  expect(words).toContain('185 autres cartes');
});
