/** What an owner takes away of their recommendations: CSV, PDF, a month's figures and the proof of a prospect's answer, as other programs read them. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:http';
import Papa from 'papaparse';
import { beforeAll, expect, test, vi } from 'vitest';
import type { RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { Account } from '../src/accounts/account.entity.js';
import { Card } from '../src/cards/card.entity.js';
import { CONSENT_VERSION } from '../src/referral/page/consent-wording.js';
import { RecommendationHistory } from '../src/referral/store/recommendation-history.entity.js';
import { type RunningApp, startApp } from './support/app.js';
import type { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals, type WantedReferral } from './support/given-referrals.js';
import { readPdf } from './support/read-pdf.js';

const CSV = '/api/recommendations/exports/recommendations.csv';
const PDF = '/api/recommendations/exports/recommendations.pdf';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

async function owner(wanted: readonly WantedReferral[], options: Parameters<typeof givenAccount>[1] = {}) {
  const account = await givenAccount(running, { plan: 'force-de-vente', ...options });
  const ids = await givenReferrals(running, account, wanted);
  return { account, ids, client: await account.signIn() };
}

async function bytes(client: Client, path: string): Promise<Uint8Array> {
  const answer = await fetch(running.url + path, { headers: { cookie: client.cookieHeader() } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The file's lines by its heads. */
async function lines(client: Client, search = ''): Promise<Record<string, string>[]> {
  const { status, body } = await client.get(CSV + search);
  expect(status).toBe(200);
  const { data, errors } = Papa.parse<Record<string, string>>(String(body).replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

const at = (moment: string) => new Date(moment);

test('a French owner gets a CSV that Excel opens: semicolons, decimal commas, days and hours of their place', async () => {
  const { client, account } = await owner(
    [
      {
        receivedAt: at('2026-11-25T22:30:00Z'),
        status: 'converted',
        contactedAt: at('2026-11-26T08:00:00Z'),
        convertedAt: at('2026-12-01T09:00:00Z'),
        valueCents: '123450',
        consent: 'given',
        consentAt: at('2026-11-25T23:00:00Z'),
        prospectCompany: 'L’Œuf & Cie',
        relation: null,
        message: 'Première ligne\nseconde ligne; "guillemets"',
      },
    ],
    { timezone: 'Indian/Reunion' },
  );
  const { headers, body } = await client.get(CSV);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-disposition')).toMatch(
    new RegExp(
      `^attachment; filename="?num-ecard-recommandations-owner-${account.email.slice(6, 14)}-\\d{4}-\\d\\d-\\d\\d\\.csv"?$`,
    ),
  );
  // What `fetch` makes of the bytes is without the mark at their beginning.
  expect(String(body).split('\r\n')[0]).toMatch(/^"?Référence"?;"?Reçue le \(Indian\/Reunion\)"?;/);
  const [line] = await lines(client);
  expect(line).toMatchObject({
    'Reçue le (Indian/Reunion)': '26/11/2026 02:30',
    Statut: 'Converti',
    Accord: 'Accord donné',
    'Accord, réponse le (Indian/Reunion)': '26/11/2026 03:00',
    Prospect: 'Sophie Dubois',
    Société: 'L’Œuf & Cie',
    Téléphone: '06 12 34 56 78',
    'E-mail': 'sophie@example.test',
    Ambassadeur: 'Marc Petit',
    Relation: '',
    Message: 'Première ligne\nseconde ligne; "guillemets"',
    'Converti le (Indian/Reunion)': '01/12/2026 13:00',
    'Valeur (€)': '1234,5',
    Carte: account.slugs[0],
  });
});

test('the file begins with the mark by which Excel knows UTF-8', async () => {
  const { client } = await owner([{}]);
  const answer = await fetch(running.url + CSV, { headers: { cookie: client.cookieHeader() } });
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('who asks in English gets commas, points and English words', async () => {
  const { client } = await owner([
    { receivedAt: at('2026-11-26T13:05:00Z'), status: 'converted', valueCents: '123450' },
  ]);
  const { body } = await client.get(CSV, { 'accept-language': 'en' });
  const [line] = Papa.parse<Record<string, string>>(String(body).replace(/^\ufeff/, ''), {
    header: true,
  }).data;
  expect(line).toMatchObject({
    'Received (Europe/Paris)': '2026-11-26 14:05',
    Status: 'Converted',
    'Value (€)': '1234.5',
  });
});

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\u202e=1+1',
  '<script>alert(1)</script>',
  'a";"b\r\nc',
  '😀👨‍👩‍👧 שלום 王小明',
  'Nom '.repeat(45),
];

test('hostile names and messages are text in the CSV and stay in their place in the PDF', async () => {
  const { client } = await owner(
    HOSTILE.map((text) => ({
      prospectName: text,
      prospectCompany: text,
      relation: text,
      message: text + 'x'.repeat(10_000),
      ambassadorName: text,
    })),
  );
  const rows = await lines(client);
  expect(rows).toHaveLength(HOSTILE.length);
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(cell))).toEqual([]);
  expect(cells).toContain('<script>alert(1)</script>');
  const { pages, text } = await readPdf(await bytes(client, PDF));
  expect(text).toContain('<script>alert(1)</script>');
  for (const { ink, width, height } of pages) {
    expect(ink.left).toBeGreaterThan(39);
    expect(ink.right).toBeLessThan(width - 39);
    expect(ink.bottom).toBeLessThan(height - 20);
  }
});

test('what the owner may not see of a prospect is in no file, and whoever is erased is called so', async () => {
  const { client, account, ids } = await owner([
    { prospectName: 'Déclarée', consent: 'declared' },
    { prospectName: 'Refusée', consent: 'refused', consentAt: new Date() },
    { prospectName: 'Donnée', consent: 'given', consentAt: new Date(), prospectPhone: '+33698765432' },
    {
      prospectName: null,
      prospectPhone: null,
      prospectEmail: null,
      relation: null,
      message: null,
      ambassadorName: null,
      ambassador: { name: null, email: null, erasedAt: new Date() },
      erasedAt: new Date(),
    },
  ]);
  const byName = async () =>
    Object.fromEntries((await lines(client)).map((line) => [line['Prospect'], line])) as Record<
      string,
      Record<string, string>
    >;
  const warned = await byName();
  expect(warned['Déclarée']).toMatchObject({ Téléphone: '06 12 34 56 78', Coordonnées: '' });
  expect(warned['Refusée']).toMatchObject({
    Téléphone: '',
    'E-mail': '',
    Coordonnées: 'Ne souhaite pas être appelé',
  });
  expect(warned['Prospect effacé']).toMatchObject({ Ambassadeur: 'Ambassadeur effacé', Téléphone: '' });
  await running.dataSource.manager.update(Account, { id: account.id }, { numberBeforeConsent: 'mask' });
  const masked = await byName();
  expect(masked['Déclarée']).toMatchObject({
    Téléphone: '',
    'E-mail': '',
    Coordonnées: 'Masqué jusqu’à l’accord',
  });
  expect(masked['Donnée']).toMatchObject({ Téléphone: '06 98 76 54 32' });
  // A search does not tell whose the hidden number is either.
  expect(await lines(client, '?q=0612345678')).toEqual([]);
  const { text } = await readPdf(await bytes(client, PDF));
  expect(text).toContain('06 98 76 54 32');
  expect(text).not.toContain('06 12 34 56 78');
  expect(text).toContain('Prospect effacé');
  const proof = await readPdf(await bytes(client, `/api/recommendations/${ids[1]}/consent.pdf`));
  expect(proof.text).toContain('Refusée');
  expect(proof.text).not.toMatch(/06 12 34 56 78|sophie@example/);
});

/** Twelve of every kind, over two months and two ambassadors. */
function mixture(): WantedReferral[] {
  return Array.from({ length: 60 }, (_, index) => {
    const status = STATUSES[index % STATUSES.length] ?? 'new';
    const receivedAt = at(
      `2026-${index % 2 === 0 ? '10' : '11'}-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
    );
    const contactedAt = status === 'new' ? null : new Date(receivedAt.getTime() + index * 3_600_000);
    return {
      receivedAt,
      status,
      contactedAt,
      convertedAt: status === 'converted' ? contactedAt : null,
      lostAt: status === 'lost' ? contactedAt : null,
      prospectName: index % 3 === 0 ? `Dubois ${index}` : `Martin ${index}`,
      consent: index % 4 === 0 ? 'given' : 'declared',
      consentAt: index % 4 === 0 ? receivedAt : null,
      valueCents: status === 'converted' ? String(index * 1050) : null,
    };
  });
}

test.each([
  ['all', ''],
  ['a period, oldest first', '?from=2026-11-01&to=2026-11-15&sort=oldest'],
  ['a status', '?status=lost'],
  ['a search', '?q=dubois'],
  ['what was reached', '?reached=contacted_within_24h&consent=given'],
  ['by the day of conversion', '?dated=converted&from=2026-11-01'],
  ['nothing', '?q=nobody-of-that-name'],
])('CSV and PDF hold what the list shows: %s', async (_, search) => {
  const { client } = await owner(mixture());
  const { body: list } = await client.get(
    `/api/recommendations${search === '' ? '?' : `${search}&`}limit=200`,
  );
  const references = (list.items as { reference: string }[]).map(({ reference }) => reference);
  const rows = await lines(client, search);
  expect(rows.map((row) => row['Référence'])).toEqual(references);
  const { text, pages } = await readPdf(await bytes(client, PDF + search));
  // In the order of the list, on whichever page.
  expect(text.match(/\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/g) ?? []).toEqual(references);
  // Each is told by its reference to who has the list read out: eight columns, and a head a row.
  const heads = pages.flatMap(({ roles }) => roles).filter((role) => role === 'TH');
  expect(heads).toHaveLength(references.length === 0 ? 0 : 8 + references.length);
  const counts = list.counts as Record<(typeof STATUSES)[number], number>;
  const words = text.replaceAll(/\s+/g, ' ');
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  expect(words).toContain(
    [`${total} Total`, ...STATUSES.map((status) => `${counts[status]} ${statusName(status, 'fr')}`)].join(
      ' ',
    ),
  );
});

test('more recommendations than a batch are all there, once, in their order', async () => {
  // Several of one moment, and moments that differ by a microsecond: neither is lost between two batches.
  const { client, account } = await owner(
    Array.from({ length: 1203 }, (_, index) => ({
      receivedAt: at(`2026-11-01T10:00:${String(Math.floor(index / 300)).padStart(2, '0')}Z`),
      prospectName: `Prospect ${index}`,
    })),
  );
  await running.dataSource.query(
    `UPDATE recommendations
        SET received_at = received_at + (hashtext(recommendation_id::text) % 3) * interval '1 microsecond'
      WHERE account_id = $1`,
    [account.id],
  );
  const expected = await running.dataSource.query<{ name: string }[]>(
    `SELECT prospect_name AS name FROM recommendations WHERE account_id = $1
      ORDER BY received_at DESC, recommendation_id DESC`,
    [account.id],
  );
  expect((await lines(client)).map((line) => line['Prospect'])).toEqual(expected.map(({ name }) => name));
});

test('a client that goes away stops the reading', async () => {
  const { client, account } = await owner([{}]);
  // Forty batches of two megabytes: far more than the sockets between them hold.
  await running.dataSource.query(
    `INSERT INTO recommendations (account_id, recommendation_id, card_id, received_at, ambassador_id, prospect_id, consent, message)
     SELECT account_id, gen_random_uuid(), card_id, received_at, ambassador_id, gen_random_uuid(), consent, repeat(md5(n::text), 150)
       FROM recommendations, generate_series(1, 20000) n WHERE account_id = $1`,
    [account.id],
  );
  const query = vi.spyOn(running.dataSource, 'query');
  const batches = () => query.mock.calls.filter(([sql]) => sql.includes('r.relation, r.message')).length;
  const request = get(running.url + CSV, { headers: { cookie: client.cookieHeader() } });
  const [response] = await once(request, 'response');
  await once(response, 'data');
  response.destroy();
  // Until no more is asked for.
  let before = -1;
  await vi.waitUntil(() => before === (before = batches()), { timeout: 60_000, interval: 500 });
  expect(batches()).toBeLessThan(40);
  query.mockRestore();
});

async function answered(
  consent: 'given' | 'refused' | 'revoked',
  moment: string,
  columns: Partial<WantedReferral> = {},
): Promise<{ account: GivenAccount; client: Client; id: string; path: string }> {
  const made = await owner([
    {
      prospectName: 'Sophie Łęcka-Dubois',
      consent,
      consentAt: at(moment),
      consentWording: `${CONSENT_VERSION} fr`,
      ...columns,
    },
  ]);
  const id = made.ids[0] as string;
  const entry = (number: number, said: 'given' | 'refused' | 'revoked', when: Date) =>
    running.dataSource.manager.insert(RecommendationHistory, {
      accountId: made.account.id,
      recommendationId: id,
      number,
      kind: 'consent',
      at: when,
      actor: 'prospect',
      consent: said,
    });
  if (consent === 'revoked') await entry(2, 'given', new Date(at(moment).getTime() - 86_400_000));
  await entry(3, consent, at(moment));
  return { ...made, id, path: `/api/recommendations/${id}/consent.pdf` };
}

test('the proof says who agreed to what, to whom, when, by which words and how', async () => {
  const { account, client, id, path } = await answered('given', '2026-11-25T13:05:09Z');
  const card = await running.dataSource.manager.findOneByOrFail(Card, { accountId: account.id });
  const { body: record } = await client.get(`/api/recommendations/${id}`);
  const { headers } = await client.get(path);
  expect(headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="?num-ecard-accord-${String(record.reference).toLowerCase()}\\.pdf"?$`),
  );
  const { pages, text, language, title } = await readPdf(await bytes(client, path));
  const words = text.replaceAll(/\s+/g, ' ');
  expect([language, title]).toEqual(['fr', 'Preuve de la réponse d’un prospect']);
  for (const said of [
    'A donné son accord pour être rappelé',
    'Sophie Łęcka-Dubois',
    '06 12 34 56 78',
    'sophie@example.test',
    account.email,
    card.title,
    `/c/${card.slug}`,
    '25 novembre 2026 à 14:05:09 UTC+1',
    'Europe/Paris',
    '2026-11-25T13:05:09.000Z',
    'Bouton : « Oui, rappelez-moi »',
    record.reference,
    id,
    'Marc Petit',
    `Version ${CONSENT_VERSION}`,
    'Acceptez-vous que',
    'retirer votre accord, faire effacer vos données',
  ])
    expect(words).toContain(said);
  // Only as they were read.
  expect(words).not.toContain('Do you agree that');
  expect(pages[0]?.roles.slice(0, 4)).toEqual(['Root', 'Document', 'H1', 'P']);
  expect(words).toContain(`${pages.length} / ${pages.length}`);
});

test('a consent that was taken back is proved with everything that was said', async () => {
  const { client, path } = await answered('revoked', '2026-11-25T13:05:09Z');
  const { text, pages } = await readPdf(await bytes(client, path));
  const words = text.replaceAll(/\s+/g, ' ');
  expect(words).toContain('A retiré son accord');
  // The answers by when they were given: four columns and a head a row.
  const roles = pages.flatMap((page) => page.roles);
  const table = roles.slice(roles.lastIndexOf('Table'));
  expect(table.filter((role) => role === 'TH')).toHaveLength(
    4 + table.filter((role) => role === 'TR').length - 1,
  );
  expect(words.indexOf('2026-11-24T13:05:09.000Z Prospect Accord donné')).toBeGreaterThan(0);
  expect(words.indexOf('2026-11-25T13:05:09.000Z Prospect Accord retiré')).toBeGreaterThan(
    words.indexOf('2026-11-24T13:05:09.000Z'),
  );
  expect(words).not.toContain('Bouton :');
});

test('there is no proof of what nobody said, of another account’s prospect, nor of one who was erased', async () => {
  const { client, ids } = await owner([
    { consent: 'declared' },
    { consent: 'given', consentAt: new Date(), erasedAt: new Date(), prospectName: null },
    { consent: 'given', consentAt: new Date(), held: 'suspicious' },
  ]);
  const stranger = await answered('given', '2026-11-25T13:05:09Z');
  const ask = async (id: string | undefined) => {
    const { status, body } = await client.get(`/api/recommendations/${id}/consent.pdf`);
    return [status, body.code];
  };
  expect(await ask(ids[0])).toEqual([404, 'not_found']);
  expect(await ask(ids[1])).toEqual([409, 'conflict']);
  expect(await ask(ids[2])).toEqual([404, 'not_found']);
  expect(await ask(stranger.id)).toEqual([404, 'not_found']);
  expect(await ask(randomUUID())).toEqual([404, 'not_found']);
  expect(await ask('x')).toEqual([404, 'not_found']);
});

test('a query that is none is refused in words, as on the list', async () => {
  const { client } = await owner([{}]);
  const { status, body } = await client.get(`${CSV}?from=2026-11-30&to=2026-11-01`);
  expect([status, body.code, body.errors[0].path]).toEqual([400, 'validation_failed', 'to']);
});

type Answered = RankedAmbassadors['ambassadors'][number];
const METRICS = '/api/recommendations/exports/metrics';

async function metricLines(
  client: Client,
  search: string,
  language = 'fr',
): Promise<Record<string, string>[]> {
  const { status, body } = await client.get(`${METRICS}.csv${search}`, { 'accept-language': language });
  expect(status).toBe(200);
  const { data, errors } = Papa.parse<Record<string, string>>(String(body).replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

test('the figures of a month are in its files as the API tells them, to the last of twelve months', async () => {
  const { client, account } = await owner(mixture());
  const { body: trend } = await client.get('/api/recommendations/trend?month=2026-11');
  const { body: best } = await client.get('/api/recommendations/ambassadors?from=2026-11-01&to=2026-11-30');
  const written = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const rows = await metricLines(client, '?month=2026-11');
  expect(rows.slice(0, 12)).toEqual(
    (trend.months as ReferralMetrics[]).map(({ month, cohort, activity, ...more }) => ({
      Rubrique: 'Mois',
      Mois: month,
      Rang: '',
      Ambassadeur: '',
      Reçues: written(cohort.received),
      Contactés: written(cohort.contacted),
      'Rendez-vous pris': written(cohort.appointments),
      Convertis: written(cohort.converted),
      Perdus: written(cohort.lost),
      'Taux de conversion': written(cohort.rate),
      'Premiers contacts du mois': written(activity.contacted),
      'Nouveaux clients du mois': written(activity.converted),
      'Délai médian du premier contact (h)': written(more.medianHoursToContact),
      'Contactés en 24\u00a0h': written(more.contactedWithin24h),
      'Valeur (€)': written(more.convertedValueCents / 100),
    })),
  );
  expect(
    rows.slice(12).map((row) => [row['Rang'], row['Ambassadeur'], row['Reçues'], row['Valeur (€)']]),
  ).toEqual(
    (best.ambassadors as Answered[]).map(({ rank, name, received, valueCents }) => [
      String(rank),
      name,
      String(received),
      written(valueCents / 100),
    ]),
  );
  expect(rows.length).toBeGreaterThan(20);

  const { headers } = await client.get(`${METRICS}.pdf?month=2026-11`);
  expect(headers.get('content-disposition')).toMatch(
    new RegExp(`num-ecard-resultats-owner-${account.email.slice(6, 14)}-2026-11\\.pdf`),
  );
  const read = await readPdf(await bytes(client, `${METRICS}.pdf?month=2026-11`));
  const words = read.text.replaceAll(/\s+/g, ' ');
  const november = (trend.months as ReferralMetrics[]).at(-1) as ReferralMetrics;
  const { received, contacted, converted, rate } = november.cohort;
  expect(words).toContain(
    `Novembre 2026 : ${received} recommandations reçues, ${contacted} prospects contactés, ${converted} convertis en clients. Taux = ${Math.round(Number(rate) * 100)} %.`,
  );
  expect(words).toContain(`Premiers contacts du mois ${november.activity.contacted}`);
  expect(words).toContain(`Nouveaux clients du mois ${november.activity.converted}`);
  expect(words).toContain(`oct. 2026 ${trend.months.at(-2).cohort.received} `);
  for (const { rank, name, received: brought } of (best.ambassadors as Answered[]).slice(0, 30))
    expect(words).toContain(`${rank} ${name} ${brought} `);
  const { pages, outline } = read;
  expect(outline).toContain('Douze mois');
  expect(pages.flatMap(({ untold }) => untold)).toEqual([]);
  expect(pages.flatMap(({ pictures }) => pictures)).toHaveLength(1);
  for (const { ink, width } of pages) {
    expect(ink.left).toBeGreaterThanOrEqual(-0.5);
    expect(ink.right).toBeLessThanOrEqual(width);
  }
});

test('a month in which nothing came is said so, this one is meant when none is named, and English is English', async () => {
  const { client } = await owner([]);
  const path = `${METRICS}.pdf?month=2026-02`;
  expect((await readPdf(await bytes(client, path))).text).toContain(
    'Aucune recommandation reçue ce mois-là.',
  );
  const { headers } = await client.get(`${METRICS}.pdf`);
  expect(headers.get('content-disposition')).toContain(`-${new Date().toISOString().slice(0, 4)}-`);
  const rows = await metricLines(client, '?month=2026-02', 'en');
  expect(rows).toHaveLength(12);
  expect(rows[11]).toMatchObject({
    Section: 'Month',
    Month: '2026-02',
    Received: '0',
    'Conversion rate': '',
  });
  expect((await client.get(`${METRICS}.csv?month=2026-13`)).status).toBe(400);
  const other = await givenAccount(running, { plan: 'multi-cartes' });
  const { status, body } = await (await other.signIn()).get(`${METRICS}.csv?month=2026-02`);
  expect([status, body.code]).toEqual([403, 'plan_required']);
});
