/**
 * The Excel files, as other programs read them: every figure is the API's for the same period. How the visits are made:
 * `support/given-visits.ts`; how a file is read: `support/read-workbook.ts`.
 */
import { EventEmitter, once } from 'node:events';
import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import { sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import type { Workbook } from 'hucre/xlsx';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { XlsxBook } from '../src/documents/xlsx-book.js';
import { UsageStatistics } from '../src/tracking/index.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, Client, view } from './support/client.js';
import { afterFile } from './support/after-file.js';
import { givenAccount } from './support/given.js';
import { givenVisits } from './support/given-visits.js';
import {
  dayIn,
  formulasOf,
  lasted,
  readWorkbook,
  sheetOf,
  tableOf,
  type Value,
  workedOut,
} from './support/read-workbook.js';

const NOW = '2028-04-12T13:40:00Z';
/** A leap day, the change of the clocks, a year's end in what it is compared with. */
const PERIOD = 'from=2027-12-20&to=2028-04-12&compare=year';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Owner {
  readonly slugs: readonly string[];
  readonly client: Client;
}

let running: RunningApp;
let paris: Owner;
let kolkata: Owner;

beforeAll(async () => {
  running = await startApp();
  const french = await givenAccount(running, { plan: 'multi-cartes', cards: 5 });
  const indian = await givenAccount(running, { plan: 'multi-cartes', cards: 2, timezone: 'Asia/Kolkata' });
  await running.dataSource.query(
    `INSERT INTO named_links (account_id, card_id, code, label)
     SELECT account_id, card_id, 'salon-lyon', 'Salon de Lyon' FROM cards WHERE account_id = $1`,
    [french.id],
  );
  const spells = [
    { visits: 60, from: new Date('2026-12-18T00:00:00Z'), to: new Date('2027-04-15T00:00:00Z') },
    { visits: 400, from: new Date('2027-12-15T00:00:00Z'), to: new Date(NOW) },
  ];
  const moments = [
    '2027-12-31T22:59:59.999Z',
    '2027-12-31T23:00:00Z',
    '2028-02-28T23:00:00Z',
    '2028-02-29T22:59:59.999Z',
    '2028-03-26T00:59:59.999Z',
    '2028-03-26T01:00:00Z',
  ].map((moment) => new Date(moment));
  const queries = [
    '?s=qr',
    '?s=nfc',
    '?s=link',
    '?s=link&k=salon-lyon',
    '?s=link&k=gone',
    '?s=signature',
    '',
    '',
  ];
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
  afterFile(() => vi.useRealTimers());
  for (const { slugs } of [french, indian])
    for (const { visits, from, to } of spells)
      await givenVisits(running, { slugs, visits, from, to, moments, queries });
  paris = { slugs: french.slugs, client: await french.signIn() };
  kolkata = { slugs: indian.slugs, client: await indian.signIn() };
}, 180_000);

async function bytes(client: Client, path: string, language = 'fr'): Promise<Uint8Array> {
  const response = await fetch(client.url + path, {
    headers: { cookie: client.cookieHeader(), 'accept-language': language },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, XLSX]);
  return new Uint8Array(await response.arrayBuffer());
}

const workbook = async (client: Client, path: string, language?: string): Promise<Workbook> =>
  readWorkbook(await bytes(client, path, language));

// The answers' shapes are the contract's; here they are only compared.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

async function answer({ client }: Owner, path: string, language = 'fr'): Promise<Answer> {
  const { status, body } = await client.get(path, { 'accept-language': language });
  expect(status, path).toBe(200);
  return body;
}

const columns = (book: Workbook, name: string, ...heads: string[]): Value[][] =>
  tableOf(sheetOf(book, name)).rows.map((row) => heads.map((head) => row[head] ?? null));

const total = (parts: readonly Answer[], figure: string): number =>
  parts.reduce((sum, part) => sum + part[figure], 0);

/** A reader may round the last of sixteen digits. */
const near = (value: Value | undefined): Value | undefined =>
  typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;

describe('all cards of an account', () => {
  const figures = '/api/stats/consolidated';
  let book: Workbook;
  let file: Uint8Array;

  beforeAll(async () => {
    file = await bytes(paris.client, `/api/exports/usage.xlsx?${PERIOD}&interval=week&content=visits`);
    book = await readWorkbook(file);
  });

  test('have a sheet a theme, each with a filter, heads that stay, and one page’s width on paper', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Résumé',
      'Évolution',
      'Sources',
      'Liens nommés',
      'Sites et applications',
      'Pays',
      'Régions',
      'Villes',
      'Boutons',
      'Temps passé',
      'Jours et heures',
      'Appareils',
      'Navigateurs',
      'Systèmes',
      'Écartés',
      'Cartes côte à côte',
      'Évolution des cartes',
      'Cartes × sources',
      'Cartes × pays',
      'Cartes × régions',
      'Cartes × villes',
      'Cartes × boutons',
      'Cartes × mois',
      'Visites',
    ]);
    for (const { name, freezePane, autoFilter, rows, pageSetup } of book.sheets.slice(1)) {
      if (name === 'Jours et heures') continue;
      expect(freezePane, name).toMatchObject({ rows: 4 });
      expect(autoFilter?.range, name).toMatch(new RegExp(`^A4:[A-Z]+${rows.length - 1}$`));
      expect(pageSetup, name).toMatchObject({ orientation: 'landscape', fitToHeight: 0 });
    }
  });

  test('over time are the API’s trends, beside those of a year before', async () => {
    const trends = await answer(paris, `${figures}/trends?${PERIOD}&interval=week`);
    const { rows, totals } = tableOf(sheetOf(book, 'Évolution'));
    const told = rows.filter((row) => row['Semaine du'] !== null);
    expect(
      told.map((row) => [
        dayIn(row['Semaine du']),
        row['Visites'],
        row['Visiteurs'],
        row['Clics'],
        lasted(row['Temps passé']),
      ]),
    ).toEqual(
      trends.points.map((point: Answer) => [
        point.start,
        point.views,
        point.visitors,
        point.clicks,
        point.engagedMs,
      ]),
    );
    expect(
      rows
        .filter((row) => row['Comparé à'] !== null)
        .map((row) => [
          dayIn(row['Comparé à']),
          row['Visites avant'],
          row['Visiteurs avant'],
          row['Clics avant'],
        ]),
    ).toEqual(
      trends.previous.points.map((point: Answer) => [point.start, point.views, point.visitors, point.clicks]),
    );
    expect([totals['Visites'], totals['Visiteurs'], totals['Clics'], lasted(totals['Temps passé'])]).toEqual([
      trends.totals.views,
      trends.totals.visitors,
      trends.totals.clicks,
      trends.totals.engagedMs,
    ]);
    expect(trends.totals.views).toBeGreaterThan(200);
  });

  test('a day that has none of the other month beside it is told without a change, also by LibreOffice', async () => {
    // 29 days beside 31: the last two are of January alone.
    const path = '/api/exports/usage.xlsx?from=2028-02-01&to=2028-02-29&compare=previous';
    const february = await bytes(paris.client, path);
    const again = await workedOut(february);
    for (const read of [await readWorkbook(february), ...(again ? [again] : [])]) {
      const { rows, totals } = tableOf(sheetOf(read, 'Évolution'));
      expect(rows.map((row) => row['Jour'] === null).slice(-3)).toEqual([false, true, true]);
      expect(rows.at(-1)?.['Visites avant']).toEqual(expect.any(Number));
      for (const { Visites: now, 'Visites avant': before, Variation: change } of [...rows, totals]) {
        const isTold = typeof now === 'number' && Number(before) > 0;
        expect(near(change)).toBe(isTold ? near(now / Number(before) - 1) : '');
      }
    }
  });

  test('where visits come in and come from are the API’s answers', async () => {
    const sources = await answer(paris, `${figures}/sources?${PERIOD}`);
    const heads = ['Visites', 'Visiteurs', 'Clics'];
    const counted = ({ views, visitors, clicks }: Answer) => [views, visitors, clicks];
    const places = (of: readonly Answer[], name: string) =>
      of.map((part) => [part[name], counted(part)].flat());
    expect(columns(book, 'Sources', 'Source', ...heads)).toEqual(
      sources.sources.map((part: Answer) => [sourceName(part.source, 'fr'), ...counted(part)]),
    );
    expect(columns(book, 'Liens nommés', 'Lien nommé', 'Code', ...heads)).toEqual(
      sources.links.map((part: Answer) => [part.label, part.code, ...counted(part)]),
    );
    expect(columns(book, 'Sites et applications', 'Site', ...heads)).toEqual(
      places(sources.referrers, 'host'),
    );
    const { countries, regions, cities, unknown } = await answer(paris, `${figures}/geography?${PERIOD}`);
    const all = total(countries, 'views') + unknown;
    for (const [sheet, head, of, rest] of [
      ['Pays', 'Pays', countries, []],
      ['Régions', 'Région', regions, ['Sans région']],
      ['Villes', 'Ville', cities, ['Ville inconnue']],
    ] as const) {
      const rows = columns(book, sheet, head, ...heads);
      expect(rows.slice(0, of.length), sheet).toEqual(places(of, 'name'));
      const left = rows.slice(of.length);
      expect(
        left.map(([name]) => name),
        sheet,
      ).toEqual([...rest, 'Lieu inconnu']);
      expect(left.at(-1), sheet).toEqual(['Lieu inconnu', unknown, null, null]);
      expect(tableOf(sheetOf(book, sheet)).totals['Visites'], sheet).toBe(all);
    }
  });

  test('what visits are like are the API’s answers', async () => {
    const clicks = await answer(paris, `${figures}/clicks?${PERIOD}`);
    expect(
      columns(book, 'Boutons', 'Bouton', 'Clics', 'Visites avec clic', 'Part des visites').map((row) =>
        row.map(near),
      ),
    ).toEqual(
      clicks.targets.map((part: Answer) => [
        targetName(part.target, 'fr'),
        part.clicks,
        part.visits,
        near(part.rate),
      ]),
    );
    const { buckets } = await answer(paris, `${figures}/engagement?${PERIOD}`);
    expect(
      columns(book, 'Temps passé', 'À partir de', 'Moins de', 'Visites').map(([from, to, visits]) => [
        lasted(from),
        lasted(to),
        visits,
      ]),
    ).toEqual(buckets.map((part: Answer) => [part.fromMs, part.toMs, part.visits]));
    const devices = await answer(paris, `${figures}/devices?${PERIOD}`);
    const names = { other: 'Autres', phone: 'Téléphone', tablet: 'Tablette', desktop: 'Ordinateur' };
    for (const [sheet, head, of, key] of [
      ['Appareils', 'Appareil', devices.devices, 'device'],
      ['Navigateurs', 'Navigateur', devices.browsers, 'browser'],
      ['Systèmes', 'Système', devices.systems, 'system'],
    ] as const) {
      expect(columns(book, sheet, head, 'Visites', 'Clics'), sheet).toEqual(
        of.map((part: Answer) => [{ ...names }[part[key] as 'other'] ?? part[key], part.views, part.clicks]),
      );
    }
    const { reasons } = await answer(paris, `${figures}/filtered?${PERIOD}`);
    expect(columns(book, 'Écartés', 'Ouvertures', 'Clics')).toEqual(
      reasons.map((part: Answer) => [part.views, part.clicks]),
    );
  });

  test('the hours of the week are a grid that is coloured', async () => {
    const { hours, previous } = await answer(paris, `${figures}/hours?${PERIOD}`);
    const sheet = sheetOf(book, 'Jours et heures');
    for (const [headRow, of, count] of [
      [6, hours, 'views'],
      [17, hours, 'clicks'],
      [28, previous.hours, 'views'],
    ] as const) {
      const { rows, totals } = tableOf(sheet, headRow);
      expect(rows.map((row) => row['Jour'])).toEqual([
        'lundi',
        'mardi',
        'mercredi',
        'jeudi',
        'vendredi',
        'samedi',
        'dimanche',
      ]);
      expect(rows.flatMap((row) => Array.from({ length: 24 }, (_, hour) => row[`${hour}\u00a0h`]))).toEqual(
        of.map((cell: Answer) => cell[count]),
      );
      expect(totals['Total']).toBe(total(of, count));
    }
    expect(sheet.conditionalRules?.map(({ type, range }) => [type, range])).toEqual([
      ['colorScale', 'B7:Y13'],
      ['colorScale', 'B18:Y24'],
      ['colorScale', 'B29:Y35'],
    ]);
  });

  test('cards stand side by side, over time and across all that visits are made of', async () => {
    const cards = await answer(paris, `/api/stats/cards?${PERIOD}&interval=week`);
    const { rows, totals } = tableOf(sheetOf(book, 'Cartes côte à côte'));
    expect(
      rows.map((row) => [
        row['Carte (adresse)'],
        row['Visites'],
        row['Visiteurs'],
        row['Clics'],
        lasted(row['Temps passé']),
      ]),
    ).toEqual(
      cards.rows.map((row: Answer) => [row.card.slug, row.views, row.visitors, row.clicks, row.engagedMs]),
    );
    expect(totals['Visites']).toBe(total(cards.rows, 'views'));
    const grid = sheetOf(book, 'Évolution des cartes').rows.slice(4, -1);
    expect(grid.map((row) => row.slice(1, -1))).toEqual(
      cards.starts.map((_: string, place: number) => cards.rows.map((row: Answer) => row.series[place])),
    );
    for (const [by, name] of Object.entries({
      source: 'Cartes × sources',
      country: 'Cartes × pays',
      region: 'Cartes × régions',
      city: 'Cartes × villes',
      target: 'Cartes × boutons',
      month: 'Cartes × mois',
    })) {
      const cross = await answer(paris, `/api/stats/cross?by=${by}&${PERIOD}`);
      const table = sheetOf(book, name).rows.slice(3);
      expect(table[0], name).toEqual([
        'Carte',
        'Carte (adresse)',
        ...cross.columns.map((column: Answer) => column.label),
        'Total',
      ]);
      expect(table.slice(1, -1), name).toEqual(
        cross.rows.map((row: Answer) => [
          row.card.title,
          row.card.slug,
          ...row.cells.map((cell: Answer) => cell.value),
          row.total,
        ]),
      );
      expect(table.at(-1), name).toEqual([
        'Total',
        null,
        ...cross.columns.map((column: Answer) => column.total),
        total(cross.columns, 'total'),
      ]);
    }
  });

  test('every visit is a row, at the hour of the account’s clocks', async () => {
    const visits: UsageVisits['visits'] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: UsageVisits = await answer(
        paris,
        `${figures}/visits?${PERIOD}&limit=100${next === '' ? '' : `&cursor=${next}`}`,
      );
      visits.push(...page.visits);
      next = page.next;
    }
    expect(visits.length).toBeGreaterThan(200);
    const { rows, totals } = tableOf(sheetOf(book, 'Visites'));
    // "2028-03-26 03:00:00", by other means than the file's.
    const local = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const shown = (value: Value | undefined): string =>
      new Date(Math.round(Number(value) / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    expect(
      rows.map((row) => [
        shown(row['Date et heure']),
        row['Carte (adresse)'],
        row['Source'],
        row['Lien nommé'],
        row['Site'],
        row['Pays'],
        row['Région'],
        row['Ville'],
        lasted(row['Temps passé']),
        row['Clics'],
      ]),
    ).toEqual(
      visits.map(({ at, card, source, link, referrer, place, engagedMs, clicks }) => [
        local.format(new Date(at)),
        card.slug,
        sourceName(source, 'fr'),
        link?.label ?? null,
        referrer,
        place?.countryName ?? null,
        place?.regionName ?? null,
        place?.city ?? null,
        engagedMs,
        total(clicks, 'clicks'),
      ]),
    );
    expect(totals['Carte']).toBe(visits.length);
    expect(totals['Clics']).toBe(visits.reduce((sum, { clicks }) => sum + total(clicks, 'clicks'), 0));
    expect(rows.some((row) => String(row['Boutons pressés']).includes('Téléphone\u00a0×\u00a0'))).toBe(true);
  });

  test('the summary tells the key figures, and leads to the sheets', async () => {
    const [summary, trends, engagement] = await Promise.all([
      answer(paris, `${figures}/summary`),
      answer(paris, `${figures}/trends?${PERIOD}`),
      answer(paris, `${figures}/engagement?${PERIOD}`),
    ]);
    const { rows, cells } = sheetOf(book, 'Résumé');
    const row = (label: string, after = 0): readonly unknown[] =>
      rows.slice(after).find(([first]) => first === label) ?? [];
    const key = rows.findIndex(([first]) => first === 'Chiffres clés');
    const ever = rows.findIndex(([first]) => first === 'Depuis le début');
    expect(row('Visites', key).slice(1, 3)).toEqual([trends.totals.views, trends.previous.totals.views]);
    expect(row('Clics', key).slice(1, 3)).toEqual([trends.totals.clicks, trends.previous.totals.clicks]);
    expect(lasted(row('Temps médian')[1] as Value)).toBe(engagement.medianMs);
    expect(lasted(row('Temps moyen')[1] as Value)).toBe(engagement.averageMs);
    expect(row('Visites', ever).slice(1, 3)).toEqual([summary.views.total, summary.views.today]);
    expect(row('Clics', ever).slice(1, 3)).toEqual([summary.clicks.total, summary.clicks.today]);
    expect(row('Fuseau horaire')[1]).toBe('Europe/Paris');
    const links = [...(cells?.values() ?? [])].flatMap(({ formula = '' }) =>
      Array.from(formula.matchAll(/^HYPERLINK\("#'(.*)'!A1","\1"\)$/g), ([, name]) => name),
    );
    expect(links).toEqual(book.sheets.slice(1).map(({ name }) => name));
  });

  test(
    'each total that stands in the file is the sum of what it names, also to LibreOffice where it is installed',
    {
      timeout: 180_000,
    },
    async () => {
      const formulas = formulasOf(book);
      expect(formulas.size).toBeGreaterThan(400);
      const wrong: string[] = [];
      let sums = 0;
      for (const [place, { formula, value }] of formulas) {
        const range = /^SUBTOTAL\(109,([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula);
        if (range === null) continue;
        sums += 1;
        const [, letters = '', first, last] = range;
        const column =
          Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const sheet = sheetOf(book, place.replace(/ [\d,]+$/, ''));
        const parts = sheet.rows.slice(Number(first) - 1, Number(last)).map((row) => row[column]);
        const number = (cell: unknown): number =>
          cell instanceof Date ? (lasted(cell) ?? 0) : Number(cell ?? 0);
        const sum = parts.reduce<number>((all, cell) => all + number(cell), 0);
        // A duration is read to the millisecond.
        if (Math.abs(sum - number(value)) > (value instanceof Date ? parts.length : 0)) wrong.push(place);
      }
      expect(sums).toBeGreaterThan(100);
      expect(wrong).toEqual([]);

      const again = await workedOut(file);
      if (again === undefined) return;
      const results = formulasOf(again);
      const compared = (value: Value | undefined) =>
        value instanceof Date ? Math.round(value.getTime() / 10) : (near(value) ?? '');
      expect([...formulas].map(([place, { value }]) => [place, compared(value)])).toEqual(
        [...formulas.keys()].map((place) => [place, compared(results.get(place)?.value)]),
      );
    },
  );
});

test('LibreOffice works out anew what it is given', { timeout: 180_000 }, async () => {
  const book = new XlsxBook({
    title: 'Wrong',
    locale: 'fr',
    createdAt: new Date(NOW),
  });
  const reading = buffer(book.stream);
  const sheet = book.sheet({ name: 'Wrong', tab: 'FF000000', widths: [10] });
  sheet.row([{ value: { formula: '1+1', result: 5 }, look: {} }]);
  await sheet.end();
  await book.end();
  const file = new Uint8Array(await reading);
  expect((await readWorkbook(file)).sheets[0]?.rows).toEqual([[5]]);
  // Without LibreOffice there is nothing to be sure of.
  expect((await workedOut(file))?.sheets[0]?.rows ?? [[2]]).toEqual([[2]]);
});

test('one card has its own figures, without those of cards side by side; in English where that is asked for', async () => {
  const slug = kolkata.slugs[0] ?? '';
  const path = `/api/cards/${slug}`;
  const book = await workbook(kolkata.client, `${path}/exports/usage.xlsx?${PERIOD}&interval=month`, 'en');
  expect(book.sheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Trends',
    'Sources',
    'Named links',
    'Sites and apps',
    'Countries',
    'Regions',
    'Cities',
    'Buttons',
    'Time spent',
    'Days and hours',
    'Devices',
    'Browsers',
    'Systems',
    'Left out',
  ]);
  const trends = await answer(kolkata, `${path}/stats/trends?${PERIOD}&interval=month`, 'en');
  expect(
    tableOf(sheetOf(book, 'Trends')).rows.map((row) => [
      dayIn(row['Month']),
      row['Visits'],
      row['Visits before'],
    ]),
  ).toEqual(
    trends.points.map((point: Answer, place: number) => [
      point.start,
      point.views,
      trends.previous.points[place].views,
    ]),
  );
  const { countries } = await answer(kolkata, `${path}/stats/geography?${PERIOD}`, 'en');
  expect(columns(book, 'Countries', 'Country', 'Visits').slice(0, countries.length)).toEqual(
    countries.map((country: Answer) => [country.name, country.views]),
  );
  expect(sheetOf(book, 'Summary').rows.flat()).toContain('Asia/Kolkata');
});

test('titles that people made up to do harm are text, wherever they stand', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 3 });
  const client = await account.signIn();
  const visitor = new Client(running.url);
  const titles = ['=HYPERLINK("http://x.test","pay")', '<b>&amp;</b> "é" 😀', '+1+1'];
  for (const [index, slug] of account.slugs.entries()) {
    const changed = await client.request('PATCH', `/api/cards/${slug}`, { title: titles[index] ?? '' });
    expect(changed.status).toBe(200);
    expect((await visitor.post('/api/track', beacon(slug, [view()]))).status).toBe(202);
  }
  const file = await bytes(client, '/api/exports/usage.xlsx?content=visits');
  const book = await readWorkbook(file);
  for (const name of ['Cartes côte à côte', 'Cartes × sources', 'Visites'])
    expect(columns(book, name, 'Carte').flat().map(String).toSorted(), name).toEqual(titles.toSorted());
  const formulas = [...formulasOf(book).values()].map(({ formula }) => formula);
  expect(formulas.filter((formula) => /x\.test|1\+1/.test(formula))).toEqual([]);
  const again = await workedOut(file);
  if (again !== undefined)
    expect(columns(again, 'Cartes côte à côte', 'Carte').flat().map(String).toSorted()).toEqual(
      titles.toSorted(),
    );
});

test('200 cards without a visit are 200 rows of nothing, and what has no rows says so', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: 200 });
  const book = await workbook(await account.signIn(), '/api/exports/usage.xlsx?content=visits');
  const { rows, totals } = tableOf(sheetOf(book, 'Cartes côte à côte'));
  expect(rows.map((row) => String(row['Carte (adresse)'])).toSorted()).toEqual(account.slugs.toSorted());
  expect(totals['Visites']).toBe(0);
  expect(sheetOf(book, 'Évolution des cartes').rows[3]).toHaveLength(202);
  expect(sheetOf(book, 'Visites').rows[4]?.[0]).toBe('Aucune visite sur cette période.');
  expect(sheetOf(book, 'Pays').rows[4]?.[0]).toBe('Aucune visite sur cette période.');
  expect(sheetOf(book, 'Résumé').rows.flat()).toContain('Toutes les cartes (200)');
});

test('only the model that has Excel files gets one', async () => {
  const account = await givenAccount(running, { plan: 'force-de-vente' });
  const refused = await (await account.signIn()).get(`/api/cards/${account.slugs[0]}/exports/usage.xlsx`);
  expect([refused.status, refused.body.code, refused.body.feature]).toEqual([
    403,
    'plan_required',
    'export.xlsx',
  ]);
});

test('a client that goes away stops the work', async () => {
  const told = new EventEmitter();
  const [started, stopped] = [once(told, 'started'), once(told, 'stopped')];
  const usage = running.app.get(UsageStatistics);
  const original = usage.allVisits.bind(usage);
  // The same visits again and again: more than anybody's memory holds.
  const spy = vi.spyOn(usage, 'allVisits').mockImplementation(async function* (...asked) {
    const batch = (await original(...asked).next()).value ?? [];
    try {
      for (;;) {
        yield batch;
        told.emit('started');
      }
    } finally {
      told.emit('stopped');
    }
  });
  const request = get(`${paris.client.url}/api/exports/usage.xlsx?${PERIOD}&content=visits`, {
    headers: { cookie: paris.client.cookieHeader() },
  });
  const [response] = await once(request, 'response');
  response.resume();
  await started;
  request.destroy();
  await expect(stopped).resolves.toEqual([]);
  spy.mockRestore();
});
