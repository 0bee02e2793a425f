/** The CSV files of usage, as other programs read them: every figure is the API's for the same period. */
import { addMonths, endOfMonth } from '@num-ecard/contracts/period-calendar';
import { CROSS_BY } from '@num-ecard/contracts/period';
import type { Plan } from '@num-ecard/contracts/plans';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { Account } from '../src/accounts/account.entity.js';
import { Card } from '../src/cards/card.entity.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, Client, view } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenVisits } from './support/given-visits.js';
import { type CsvRow, daysOf, fileText, monthBehind, readCsv } from './support/read-csv.js';

const MONTH = monthBehind();
const BEFORE = addMonths(MONTH, -1);
const PERIOD = `from=${MONTH}&to=${endOfMonth(MONTH)}`;

// An answer of the API: what is in it is what the file is compared with.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

let running: RunningApp;
let owner: GivenAccount;
let client: Client;

beforeAll(async () => {
  running = await startApp();
  owner = await givenAccount(running, { plan: 'multi-cartes', cards: 3 });
  client = await owner.signIn();
  const codes: string[] = [];
  for (const label of ['Salon de Lyon', 'Vitrine']) {
    const { status, body } = await client.post(`/api/cards/${owner.slugs[0]}/links`, { label });
    expect(status).toBe(201);
    codes.push(body.code as string);
  }
  const queries = ['', '?s=qr', `?s=link&k=${codes[0]}`, '?s=nfc', '', '?s=link&k=gone', '?s=signature'];
  const slugs = owner.slugs.slice(0, 2);
  // Some of what there is comes in one of the months only.
  await givenVisits(running, { slugs, ...daysOf(BEFORE, 3, 20), visits: 90, queries: queries.slice(0, 4) });
  await givenVisits(running, { slugs, ...daysOf(MONTH, 2, 27), visits: 170, queries });
});

const number = (cell: string | undefined) =>
  cell === undefined || cell === '' ? null : Number(cell.replace(',', '.'));

/** The figures of a line, this period's and those that it is compared with; what is not told is left out. */
function figures(row: CsvRow): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [head, cell] of Object.entries(row)) {
    if (['Rubrique', 'Carte (adresse)', 'Clé', 'Libellé', 'Comparé à', 'Données'].includes(head)) continue;
    const value = number(cell);
    if (value !== null) found[head] = value;
  }
  return found;
}

type Told = Record<string, number | null | undefined>;
const HEADS: Readonly<Record<string, string>> = {
  views: 'Visites',
  visitors: 'Visiteurs',
  clicks: 'Clics',
  rate: 'Part des visites',
  seconds: 'Temps passé (s)',
};

/** The same of what the API answers. */
function expected(now: Told | undefined, before: Told | undefined): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [told, suffix] of [
    [now, ''],
    [before, ' avant'],
  ] as const) {
    for (const [name, head] of Object.entries(HEADS)) {
      const value = told?.[name];
      if (value === null || value === undefined) continue;
      found[name === 'seconds' && suffix !== '' ? 'Temps passé avant (s)' : head + suffix] = value;
    }
  }
  return found;
}

const threeFigures = ({ views, visitors, clicks }: Answer): Told => ({ views, visitors, clicks });
const withTime = ({ engagedMs, ...rest }: Answer): Told => ({
  ...threeFigures(rest),
  seconds: engagedMs / 1000,
});

/** Lines of a section by key, as the API would have them: both periods, and nothing where one of them has none. */
function byKey(
  now: Answer[],
  before: Answer[],
  keyOf: (item: Answer) => string,
  tell: (item: Answer) => Told,
  nothing: Told = { views: 0, visitors: 0, clicks: 0 },
): Map<string, Record<string, number>> {
  const [here, there] = [now, before].map((list) => new Map(list.map((item) => [keyOf(item), tell(item)])));
  const keys = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])]);
  return new Map(
    Array.from(keys, (key) => [key, expected(here?.get(key) ?? nothing, there?.get(key) ?? nothing)]),
  );
}

/** Of a section: each line's figures by its key. */
function section(rows: readonly CsvRow[], name: string, card?: string): Map<string, Record<string, number>> {
  const found = rows.filter(
    (row) => row['Rubrique'] === name && (card === undefined || row['Carte (adresse)'] === card),
  );
  const lines = new Map(found.map((row) => [row['Clé'] ?? '', figures(row)]));
  expect(lines.size).toBe(found.length);
  return lines;
}

describe('the summary as CSV', () => {
  test.each([
    [
      'a card',
      () => `/api/cards/${owner.slugs[0]}/exports/usage.csv?`,
      () => `/api/cards/${owner.slugs[0]}/stats/`,
    ],
    ['all cards', () => '/api/exports/usage.csv?', () => '/api/stats/consolidated/'],
    [
      'some cards',
      () => `/api/exports/usage.csv?cards=${owner.slugs[1]},${owner.slugs[2]}&`,
      () => '/api/stats/consolidated/',
    ],
  ])('every figure of %s is the API’s', async (which, file, stats) => {
    const cards = which === 'some cards' ? `&cards=${owner.slugs[1]},${owner.slugs[2]}` : '';
    const rows = readCsv(await fileText(client, `${file()}${PERIOD}&compare=previous`));
    const api = async (name: string): Promise<Answer> =>
      JSON.parse(
        JSON.stringify((await client.get(`${stats()}${name}?${PERIOD}&compare=previous${cards}`)).body),
      );
    const [trends, sources, geography, clicks, engagement, hours, devices, filtered] = await Promise.all(
      ['trends', 'sources', 'geography', 'clicks', 'engagement', 'hours', 'devices', 'filtered'].map(api),
    );
    expect(trends.totals.views).toBeGreaterThan(20);
    expect(trends.previous.totals.views).toBeGreaterThan(10);

    expect(section(rows, 'Période')).toEqual(
      new Map([['total', expected(withTime(trends.totals), withTime(trends.previous.totals))]]),
    );
    const days = rows.filter((row) => row['Rubrique'] === 'Évolution par jour');
    const length = Math.max(trends.points.length, trends.previous.points.length);
    expect(days).toHaveLength(length);
    for (const [place, row] of days.entries()) {
      const [now, before] = [trends.points[place], trends.previous.points[place]];
      expect([row['Clé'], row['Comparé à']]).toEqual([now?.start ?? '', before?.start ?? '']);
      expect(figures(row)).toEqual(expected(now && withTime(now), before && withTime(before)));
    }
    const both = (answer: Answer, list: string, keyOf: (item: Answer) => string) =>
      byKey(answer[list], answer.previous[list], keyOf, threeFigures);
    expect(section(rows, 'Sources')).toEqual(both(sources, 'sources', ({ source }) => source));
    expect(section(rows, 'Sites et applications')).toEqual(both(sources, 'referrers', ({ host }) => host));
    expect(section(rows, 'Liens nommés')).toEqual(both(sources, 'links', ({ code }) => code));
    expect(section(rows, 'Pays')).toEqual(
      new Map([
        ...both(geography, 'countries', ({ code }) => code),
        ['unknown', expected({ views: geography.unknown }, { views: geography.previous.unknown })] as const,
      ]),
    );
    expect(section(rows, 'Régions')).toEqual(both(geography, 'regions', ({ code }) => code));
    expect(section(rows, 'Villes')).toEqual(
      both(geography, 'cities', ({ country, region, name }) => `${country}/${region ?? ''}/${name}`),
    );
    expect(section(rows, 'Boutons')).toEqual(
      byKey(
        clicks.targets,
        clicks.previous.targets,
        ({ target }) => target,
        ({ visits, clicks: pressed, rate }) => ({ views: visits, clicks: pressed, rate }),
        { views: 0, clicks: 0, rate: 0 },
      ),
    );
    const time = ({ visits: views, ...answer }: Answer, name: string): Told => ({
      views,
      seconds: answer[name] / 1000,
    });
    expect(section(rows, 'Temps médian et moyen')).toEqual(
      new Map(
        ['median', 'average'].map((name) => [
          name,
          expected(time(engagement, `${name}Ms`), time(engagement.previous, `${name}Ms`)),
        ]),
      ),
    );
    expect([...section(rows, 'Visites selon leur durée').values()]).toEqual(
      engagement.buckets.map(({ visits }: Answer, place: number) =>
        expected({ views: visits }, { views: engagement.previous.buckets[place].visits }),
      ),
    );
    const grid = section(rows, 'Jours et heures');
    expect(grid.size).toBe(7 * 24);
    for (const [place, { weekday, hour, views, clicks: pressed }] of hours.hours.entries()) {
      const before = hours.previous.hours[place];
      expect(grid.get(`${weekday}T${String(hour).padStart(2, '0')}`)).toEqual(
        expected({ views, clicks: pressed }, { views: before.views, clicks: before.clicks }),
      );
    }
    expect(section(rows, 'Appareils')).toEqual(both(devices, 'devices', ({ device }) => device));
    expect(section(rows, 'Navigateurs')).toEqual(both(devices, 'browsers', ({ browser }) => browser));
    expect(section(rows, 'Systèmes')).toEqual(both(devices, 'systems', ({ system }) => system));
    const counts = ({ views, clicks: pressed }: Answer): Told => ({ views, clicks: pressed });
    expect(section(rows, 'Écartés (ouvertures)')).toEqual(
      byKey(filtered.reasons, filtered.previous.reasons, ({ reason }) => reason, counts),
    );
  });

  test('cards side by side and cross tables are the API’s', async () => {
    const rows = readCsv(
      await fileText(client, `/api/exports/usage.csv?${PERIOD}&interval=week&compare=previous`),
    );
    const { body: cards } = await client.get(`/api/stats/cards?${PERIOD}&interval=week&compare=previous`);
    expect(section(rows, 'Cartes côte à côte')).toEqual(
      byKey(cards.rows, cards.previous.rows, ({ card }) => card.slug, withTime),
    );
    for (const { card, series } of cards.rows as Answer[]) {
      const weeks = rows.filter(
        (row) =>
          row['Rubrique'] === 'Évolution des cartes par semaine' && row['Carte (adresse)'] === card.slug,
      );
      const before = cards.previous.rows.find((row: Answer) => row.card.slug === card.slug)
        .series as number[];
      expect(weeks.map((row) => number(row['Visites'])).slice(0, series.length)).toEqual(series);
      expect(weeks.map((row) => number(row['Visites avant'])).slice(0, before.length)).toEqual(before);
      expect(weeks.map((row) => row['Clé']).slice(0, series.length)).toEqual(cards.starts);
      expect(weeks[0]?.['Libellé']).toMatch(/^Semaine du \d\d\/\d\d\/\d{4}$/);
    }
    const names = ['source', 'pays', 'région', 'ville', 'bouton', 'mois'];
    for (const [place, by] of CROSS_BY.entries()) {
      const { body: table } = await client.get(`/api/stats/cross?${PERIOD}&by=${by}&compare=previous`);
      for (const { card, cells } of table.rows as Answer[]) {
        const before = table.previous.rows.find((row: Answer) => row.card.slug === card.slug)
          .cells as Answer[];
        const tell = ({ value }: Answer): Told => (by === 'target' ? { clicks: value } : { views: value });
        const found = section(
          rows,
          `${by === 'target' ? 'Clics' : 'Visites'} par carte et par ${names[place]}`,
          card.slug,
        );
        if (by === 'month')
          expect([...found]).toEqual([[cells[0].key, expected(tell(cells[0]), tell(before[0]))]]);
        else expect(found).toEqual(byKey(cells, before, ({ key }) => key, tell, tell({ value: 0 })));
      }
    }
  });

  test('all time and today are told as the screen does, in the account’s time', async () => {
    const { slugs, ...account } = await givenAccount(running, {
      plan: 'premium',
      timezone: 'Indian/Reunion',
    });
    await new Client(running.url).post('/api/track', beacon(slugs[0] as string, [view()]));
    const asker = await account.signIn();
    const rows = readCsv(await fileText(asker, `/api/cards/${slugs[0]}/exports/usage.csv`));
    const { body } = await asker.get(`/api/cards/${slugs[0]}/stats/summary`);
    expect(section(rows, 'Depuis le début').get('total')).toEqual({ Visites: 1, Clics: 0 });
    expect(section(rows, 'Aujourd’hui').get('total')).toEqual({ Visites: 1, Clics: 0 });
    expect([...section(rows, 'Boutons depuis le début').keys()]).toEqual([...CONTACT_TARGETS]);
    const local = new Date(Date.parse(body.lastVisitAt) + 4 * 3_600_000).toISOString();
    const [day, time] = [local.slice(0, 10).split('-').toReversed().join('/'), local.slice(11, 19)];
    const last = rows.find((row) => row['Clé'] === 'last_visit');
    expect(last?.['Libellé']).toBe(`${day} ${time} UTC+04:00`);
    expect(rows.find((row) => row['Clé'] === 'timezone')?.['Libellé']).toBe('Indian/Reunion');
  });

  test('a model’s file has the sections of that model and no other', async () => {
    const sections = async (plan: Plan) => {
      const { slugs, ...account } = await givenAccount(running, { plan });
      const body = await fileText(
        await account.signIn(),
        `/api/cards/${slugs[0]}/exports/usage.csv?${PERIOD}`,
      );
      return new Set(readCsv(body).map((row) => row['Rubrique']));
    };
    const premium = await sections('premium');
    expect(premium).toContain('Sources');
    for (const locked of [
      'Boutons',
      'Visites selon leur durée',
      'Jours et heures',
      'Appareils',
      'Écartés (ouvertures)',
      'Cartes côte à côte',
    ])
      expect(premium).not.toContain(locked);
    const sales = await sections('force-de-vente');
    for (const own of ['Boutons', 'Jours et heures', 'Appareils', 'Écartés (ouvertures)'])
      expect(sales).toContain(own);
    expect(sales).not.toContain('Cartes côte à côte');
  });

  test('without a comparison there are no columns of one', async () => {
    const [row] = readCsv(await fileText(client, `/api/exports/usage.csv?${PERIOD}`));
    expect(Object.keys(row ?? {})).toEqual([
      'Rubrique',
      'Carte (adresse)',
      'Clé',
      'Libellé',
      'Visites',
      'Visiteurs',
      'Clics',
      'Part des visites',
      'Temps passé (s)',
    ]);
  });

  test('who asks in English gets commas, points, English words and the same figures', async () => {
    const path = `/api/cards/${owner.slugs[0]}/exports/usage.csv?${PERIOD}`;
    const english = readCsv(await fileText(client, path, { 'accept-language': 'en' }), ',');
    const french = readCsv(await fileText(client, path));
    expect(english.map((row) => row['Key'])).toEqual(french.map((row) => row['Clé']));
    const told = (rows: CsvRow[], head: string) => rows.map((row) => number(row[head]));
    expect(told(english, 'Time spent (s)')).toEqual(told(french, 'Temps passé (s)'));
    expect(english.some((row) => /^\d+\.\d+$/.test(row['Time spent (s)'] ?? ''))).toBe(true);
    expect(english.find((row) => row['Key'] === 'phone' && row['Section'] === 'Buttons')?.['Label']).toBe(
      'Phone',
    );
  });

  test('an account without a card, and one without a visit, get a file that says so', async () => {
    const none = await givenAccount(running, { plan: 'multi-cartes', cards: 0 });
    const rows = readCsv(await fileText(await none.signIn(), `/api/exports/usage.csv?${PERIOD}`));
    expect(section(rows, 'Période').get('total')).toMatchObject({ Visites: 0, Clics: 0 });
    const quiet = await givenAccount(running, { plan: 'force-de-vente' });
    const asker = await quiet.signIn();
    const path = `/api/cards/${quiet.slugs[0]}/exports/usage.csv?${PERIOD}&compare=previous`;
    const ofQuiet = readCsv(await fileText(asker, path));
    expect(section(ofQuiet, 'Temps médian et moyen').get('median')).toEqual({
      Visites: 0,
      'Visites avant': 0,
    });
    expect(readCsv(await fileText(asker, `${path}&content=visits`))).toEqual([]);
  });
});

describe('visits as CSV', () => {
  test('one line a visit, latest first, with what the list of visits says', async () => {
    const rows = readCsv(await fileText(client, `/api/exports/usage.csv?${PERIOD}&content=visits`));
    const listed: Answer[] = [];
    for (let cursor = ''; ;) {
      const { body } = await client.get(`/api/stats/consolidated/visits?${PERIOD}&limit=50${cursor}`);
      listed.push(...(body.visits as Answer[]));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(rows).toHaveLength(listed.length);
    for (const [index, row] of rows.entries()) {
      const visit = listed[index];
      const day = (row['Date (Europe/Paris)'] ?? '').split('/').toReversed().join('-');
      const at = new Date(`${day}T${row['Heure']}${(row['Décalage horaire'] ?? '').slice(3)}`);
      expect(at.getTime()).toBe(Math.floor(Date.parse(visit.at) / 1000) * 1000);
      const pressed = (target: string) =>
        visit.clicks.find((click: Answer) => click.target === target)?.clicks ?? 0;
      const all = visit.clicks.reduce((sum: number, { clicks }: Answer) => sum + clicks, 0);
      expect(row).toMatchObject({
        Carte: visit.card.title,
        'Carte (adresse)': visit.card.slug,
        'Lien nommé': visit.link?.label ?? '',
        'Code du lien': visit.link?.code ?? '',
        Site: visit.referrer ?? '',
        Pays: visit.place?.countryName ?? '',
        'Code de la région': visit.place?.region ?? '',
        Région: visit.place?.regionName ?? '',
        Ville: visit.place?.city ?? '',
        'Temps passé (s)': String(visit.engagedMs / 1000).replace('.', ','),
        Clics: String(all),
        'Clics Téléphone': String(pressed('phone')),
        'Clics SMS': String(pressed('sms')),
        'Clics E-mail': String(pressed('email')),
        'Clics WhatsApp': String(pressed('whatsapp')),
        'Clics autres boutons': String(
          all - CONTACT_TARGETS.reduce((sum, target) => sum + pressed(target), 0),
        ),
      });
    }
    expect(new Set(rows.map((row) => row['Source']))).toContain('QR code');
    expect(new Set(rows.map((row) => row['Appareil']))).toEqual(
      new Set(['Téléphone', 'Ordinateur', 'Tablette']),
    );
  });

  test('of many cards, but not all, there are all visits of those and none of others', async () => {
    const many = await givenAccount(running, { plan: 'multi-cartes', cards: 9 });
    await givenVisits(running, { slugs: many.slugs, ...daysOf(MONTH, 2, 20), visits: 60 });
    const asker = await many.signIn();
    const chosen = many.slugs.slice(0, 7);
    const all = readCsv(await fileText(asker, `/api/exports/usage.csv?${PERIOD}&content=visits`));
    const some = readCsv(
      await fileText(asker, `/api/exports/usage.csv?${PERIOD}&content=visits&cards=${chosen.join()}`),
    );
    expect(some).toEqual(all.filter((row) => chosen.includes(row['Carte (adresse)'] ?? '')));
    expect(some.length).toBeGreaterThan(10);
    expect(some.length).toBeLessThan(all.length);
  });
});

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '@SUM(1)',
  '\u202e=1+1',
  '<script>alert(1)</script>',
  'a";"b',
  '😀👨‍👩‍👧 שלום 王小明',
];

test('hostile titles and links are text in both files', async () => {
  const account = await givenAccount(running, { plan: 'multi-cartes', cards: HOSTILE.length });
  for (const [index, title] of HOSTILE.entries())
    await running.dataSource.manager.update(Card, { slug: account.slugs[index] }, { title });
  const asker = await account.signIn();
  await running.dataSource.query(
    `INSERT INTO named_links (account_id, card_id, code, label)
     SELECT account_id, card_id, 'k' || left(md5(title), 8), title FROM cards WHERE account_id = $1`,
    [account.id],
  );
  await givenVisits(running, { slugs: account.slugs, ...daysOf(MONTH, 2, 20), visits: 40 });
  const summary = readCsv(await fileText(asker, `/api/exports/usage.csv?${PERIOD}`));
  const visits = readCsv(await fileText(asker, `/api/exports/usage.csv?${PERIOD}&content=visits`));
  for (const rows of [summary, visits]) {
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(cell))).toEqual([]);
  }
  const labels = summary.map((row) => row['Libellé']);
  for (const told of ['\'=HYPERLINK("http://x","y")', "'=1+1", '<script>alert(1)</script>', 'a";"b'])
    expect(labels).toContain(told);
  expect(new Set(visits.map((row) => row['Carte'])).size).toBeGreaterThan(2);
});

test('the file begins with the mark by which Excel knows UTF-8, and is kept by nobody', async () => {
  const answer = await fetch(`${running.url}/api/exports/usage.csv`, {
    headers: { cookie: client.cookieHeader() },
  });
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('made-up visits are marked on every line', async () => {
  const account = await givenAccount(running, { plan: 'force-de-vente' });
  await running.dataSource.manager.update(Account, { id: account.id }, { demoUntil: new Date() });
  await givenVisits(running, { slugs: account.slugs, ...daysOf(MONTH, 2, 20), visits: 12 });
  const asker = await account.signIn();
  for (const content of ['summary', 'visits']) {
    const rows = readCsv(
      await fileText(asker, `/api/cards/${account.slugs[0]}/exports/usage.csv?${PERIOD}&content=${content}`),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row['Données']))).toEqual(new Set(['Démonstration']));
  }
});
