/** What an owner sees of their recommendations and does with them. */
import { randomUUID } from 'node:crypto';
import type {
  RecommendationBoard,
  RecommendationRecord,
  Recommendations,
} from '@num-ecard/contracts/referral';
import { mayMove, STATUSES, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import type { Answer, Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals } from './support/given-referrals.js';

const BASE = '/api/recommendations';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function givenOwner(): Promise<{ owner: GivenAccount; client: Client }> {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  return { owner, client: await owner.signIn() };
}

async function one(): Promise<{ client: Client; path: string; id: string }> {
  const { owner, client } = await givenOwner();
  const [id = ''] = await givenReferrals(running, owner, [{}]);
  return { client, path: `${BASE}/${id}`, id };
}

async function list(client: Client, query = ''): Promise<Recommendations> {
  const { status, body } = await client.get(`${BASE}?${query}`);
  expect([status, body.code]).toEqual([200, undefined]);
  return body as Recommendations;
}

const names = ({ items }: Pick<Recommendations, 'items'>): string[] =>
  items.map(({ prospect }) => prospect.name ?? '');
const sorted = (found: string[]): string[] => found.toSorted((a, b) => a.localeCompare(b, 'en'));

const move = (
  client: Client,
  path: string,
  expected: Status,
  to: Status,
  more: object = {},
): Promise<Answer> => client.post(`${path}/status`, { expected, to, ...more });

describe('the list', () => {
  test('says of each who, by whom, when and how far', async () => {
    const { client, id } = await one();
    const { items, next, counts } = await list(client);
    expect(next).toBeNull();
    expect(counts).toEqual({ new: 1, contacted: 0, appointment: 0, converted: 0, lost: 0 });
    expect(items).toMatchObject([
      {
        id,
        status: 'new',
        consent: 'declared',
        ambassador: { name: 'Marc Petit' },
        prospect: {
          name: 'Sophie Dubois',
          phone: '+33612345678',
          phoneDisplay: '06 12 34 56 78',
          email: 'sophie@example.test',
          contact: 'shown',
        },
        coRecommended: false,
        revision: 1,
      },
    ]);
  });

  test('goes on where the page before ended, also among those of one moment', async () => {
    const { owner, client } = await givenOwner();
    const receivedAt = new Date('2026-11-01T10:00:00.123Z');
    const ids = await givenReferrals(
      running,
      owner,
      Array.from({ length: 7 }, () => ({ receivedAt })),
    );
    // Below the millisecond, which no clock of ours has.
    await running.dataSource.query(
      `UPDATE recommendations SET received_at = received_at + interval '1 microsecond' WHERE recommendation_id = ANY ($1)`,
      [ids.slice(0, 3)],
    );
    for (const sort of ['latest', 'oldest']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Recommendations = await list(
          client,
          `limit=2&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...page.items.map((item) => item.id));
        cursor = page.next;
      }
      expect(seen.toSorted()).toEqual(ids.toSorted());
    }
  });

  test.each([
    'x',
    'bm90aGluZw',
    encodeURIComponent('é~'),
    Buffer.from('2026-02-30T00:00:00.000000Z x').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) => {
    const { client } = await givenOwner();
    const { status, body } = await client.get(`${BASE}?cursor=${cursor}`);
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'validation_failed', 'cursor']);
  });

  test('is searched by every word of a name, company, address, number or reference', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(running, owner, [
      {
        prospectName: 'Zoé Müller-Lefèvre',
        prospectPhone: '+33698765432',
        prospectEmail: 'zoe@atelier.test',
        prospectCompany: 'Atelier 100 % bois',
      },
      {
        prospectName: 'Jean_Luc Roy',
        prospectPhone: '+32470123456',
        prospectEmail: null,
        ambassador: { name: 'Aïcha Benali' },
      },
    ]);
    const both = await list(client);
    const reference = both.items.find(({ prospect }) => prospect.name?.startsWith('Zo'))?.reference ?? '';
    for (const [typed, found] of [
      ['zoe', 1],
      ['MULLER lefevre', 1],
      ['muller roy', 0],
      ['atelier.test', 1],
      ['06 98 76', 1],
      ['+33 6 98.76', 1],
      ['0470', 0],
      ['100 %', 1],
      ['%', 1],
      ['_', 1],
      ['jean_luc', 1],
      ['jeanxluc', 0],
      ['\\', 0],
      ['aicha', 1],
      ['  ', 2],
      ['\0', 2],
      ['zo\0e', 1],
      [reference, 1],
      [reference.replace('-', '').toLowerCase(), 1],
    ] as const) {
      const { items, counts } = await list(client, `q=${encodeURIComponent(typed)}`);
      expect([typed, items.length, counts.new]).toEqual([typed, found, found]);
    }
  });

  test('is narrowed by days of the account, consent, ambassador and milestone', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', timezone: 'Indian/Reunion' });
    const client = await owner.signIn();
    const ambassador = { id: randomUUID(), name: 'Marc' };
    await givenReferrals(running, owner, [
      // 1 November at 0:30 on Réunion, 31 October in Paris.
      { prospectName: 'first', receivedAt: new Date('2026-10-31T20:30:00Z'), consent: 'given', ambassador },
      {
        prospectName: 'quick',
        receivedAt: new Date('2026-11-10T08:00:00Z'),
        status: 'contacted',
        contactedAt: new Date('2026-11-11T08:00:00Z'),
      },
      {
        prospectName: 'slow',
        receivedAt: new Date('2026-11-10T08:00:00Z'),
        status: 'converted',
        contactedAt: new Date('2026-11-30T08:00:00Z'),
        convertedAt: new Date('2026-12-01T08:00:00Z'),
      },
    ]);
    for (const [query, found] of [
      ['from=2026-11-01&to=2026-11-01', ['first']],
      ['to=2026-10-31', []],
      ['from=2026-11-02', ['quick', 'slow']],
      ['consent=given', ['first']],
      [`ambassador=${ambassador.id}`, ['first']],
      ['reached=contacted', ['quick', 'slow']],
      ['reached=contacted_within_24h', ['quick']],
      ['reached=converted', ['slow']],
      ['reached=lost', []],
      ['dated=contacted&from=2026-11-11&to=2026-11-11', ['quick']],
      ['dated=converted&from=2026-12-01', ['slow']],
      ['status=new', ['first']],
    ] as const) {
      expect([query, sorted(names(await list(client, query)))]).toEqual([query, found]);
    }
    expect((await list(client, 'status=new')).counts).toMatchObject({ new: 1, contacted: 1, converted: 1 });
  });

  test('and the board leave out what is held', async () => {
    const { owner, client } = await givenOwner();
    const ids = await givenReferrals(running, owner, [
      { held: 'suspicious' },
      { held: 'refused' },
      { held: 'objection' },
      { prospectName: 'kept' },
    ]);
    expect(names(await list(client))).toEqual(['kept']);
    for (const id of ids.slice(0, 3)) {
      expect((await client.get(`${BASE}/${id}`)).status).toBe(404);
      expect((await move(client, `${BASE}/${id}`, 'new', 'contacted')).status).toBe(404);
    }
  });
});

test('the board has a column a status, with its latest and all of its number', async () => {
  const { owner, client } = await givenOwner();
  await givenReferrals(running, owner, [
    ...Array.from({ length: 4 }, (_, index) => ({ prospectName: `new ${index}` })),
    { prospectName: 'client', status: 'converted' as const },
  ]);
  const { columns } = (await client.get(`${BASE}/board?limit=3`)).body as RecommendationBoard;
  expect(columns.map(({ status, count }) => [status, count])).toEqual([
    ['new', 4],
    ['contacted', 0],
    ['appointment', 0],
    ['converted', 1],
    ['lost', 0],
  ]);
  const [first] = columns;
  expect(first && names(first)).toEqual(['new 3', 'new 2', 'new 1']);
  expect(names(await list(client, `status=new&cursor=${first?.next}`))).toEqual(['new 0']);
  expect(columns[3]?.next).toBeNull();
});

describe('a record', () => {
  test('shows everything about it', async () => {
    const { client, path } = await one();
    const { status, body } = await client.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      relation: 'voisine',
      message: 'Cherche un devis',
      ambassador: { name: 'Marc Petit', phone: null },
      consentAt: null,
      moves: ['contacted', 'appointment', 'converted', 'lost'],
      history: [{ id: '1', kind: 'received', by: 'ambassador', byName: 'Marc Petit', correctable: false }],
      reminders: [],
      coRecommendations: [],
      alert: { state: 'none', sentAt: null, attempts: 0 },
    });
    expect(body.consentUrl).toMatch(new RegExp(`^${running.url}/r/[\\w-]{22}$`));
  });

  test('names the others who recommended the same prospect', async () => {
    const { owner, client } = await givenOwner();
    const prospectId = randomUUID();
    const [first, second] = await givenReferrals(running, owner, [
      { prospectId },
      { prospectId, ambassador: { name: 'Léa' } },
      { prospectId, held: 'suspicious' },
    ]);
    const { body } = await client.get(`${BASE}/${first}`);
    expect(body).toMatchObject({
      coRecommended: true,
      coRecommendations: [{ id: second, ambassador: { name: 'Léa' } }],
    });
    expect(body.coRecommendations).toHaveLength(1);
  });

  test('moves as the table says, and no other way', async () => {
    const { owner, client } = await givenOwner();
    for (const from of STATUSES) {
      for (const to of STATUSES) {
        const [id] = await givenReferrals(running, owner, [{}]);
        const path = `${BASE}/${id}`;
        if (from !== 'new') expect((await move(client, path, 'new', from)).status).toBe(200);
        const { status, body } = await move(client, path, from, to);
        if (mayMove(from, to)) expect([from, to, status, body.status]).toEqual([from, to, 200, to]);
        else
          expect([from, to, status, body.code, body.current]).toEqual([
            from,
            to,
            422,
            'illegal_transition',
            from,
          ]);
      }
    }
  });

  test('keeps reason, value, note and who moved it', async () => {
    const { client, path } = await one();
    await move(client, path, 'new', 'converted', { valueCents: 125_000, note: 'Devis signé' });
    const converted = (await client.get(path)).body as RecommendationRecord;
    expect(converted).toMatchObject({
      status: 'converted',
      valueCents: 125_000,
      lostReason: null,
      revision: 2,
    });
    expect(converted.convertedAt).toBe(converted.contactedAt);
    expect(converted.history.at(-1)).toMatchObject({
      kind: 'move',
      by: 'owner',
      byName: expect.stringMatching(/^Owner /),
      from: 'new',
      to: 'converted',
      valueCents: 125_000,
      note: 'Devis signé',
      correctable: true,
    });
    const { body } = await move(client, path, 'converted', 'lost', { reason: 'price' });
    expect(body).toMatchObject({ status: 'lost', lostReason: 'price', convertedAt: null, valueCents: null });
    expect(body.contactedAt).toBe(converted.contactedAt);
  });

  test.each([
    ['reason', { expected: 'new', to: 'contacted', reason: 'price' }],
    ['valueCents', { expected: 'new', to: 'lost', valueCents: 1 }],
    ['to', { expected: 'new', to: 'sold' }],
    ['valueCents', { expected: 'new', to: 'converted', valueCents: -1 }],
    ['note', { expected: 'new', to: 'contacted', note: 'x'.repeat(2001) }],
  ])('takes no move whose %s makes no sense', async (path, wanted) => {
    const { client, path: record } = await one();
    const { status, body } = await client.post(`${record}/status`, wanted);
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'validation_failed', path]);
  });

  test('tells the second of two devices what it has become', async () => {
    const { client, path } = await one();
    const answers = await Promise.all([
      move(client, path, 'new', 'contacted'),
      move(client, path, 'new', 'appointment'),
      move(client, path, 'new', 'lost'),
    ]);
    const won = answers.find(({ status }) => status === 200) as Answer;
    const late = answers.filter(({ status }) => status === 409);
    expect(late).toHaveLength(2);
    for (const { body } of late)
      expect(body).toMatchObject({ code: 'conflict', reason: 'stale', current: won.body.status });
    const { body } = await client.get(path);
    expect(body.history).toHaveLength(2);
    expect(body.revision).toBe(2);
  });

  test('takes a wrong click back, and everything that came of it', async () => {
    const { client, path } = await one();
    await move(client, path, 'new', 'contacted');
    await move(client, path, 'contacted', 'converted', { valueCents: 100 });
    const correct = (of: string, expected: Status) =>
      client.post(`${path}/corrections`, { of, expected, note: 'erreur' });

    const early = await correct('2', 'contacted');
    expect([early.status, early.body.current]).toEqual([409, 'converted']);
    expect((await correct('9', 'converted')).status).toBe(404);
    expect((await correct('1', 'converted')).status).toBe(404);
    const { status, body } = await correct('3', 'converted');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'contacted', convertedAt: null, valueCents: null });
    expect(body.history.at(-1)).toMatchObject({
      kind: 'correction',
      of: '3',
      from: 'converted',
      to: 'contacted',
      note: 'erreur',
    });
    expect(body.history[2]).toMatchObject({ takenBack: true, correctable: false });
    expect((await correct('3', 'contacted')).status).toBe(409);
    // What was not done is no contact: the law's three years do not count from it.
    expect((await correct('2', 'contacted')).body).toMatchObject({ status: 'new', contactedAt: null });
    const [{ last_contact_at: contact }] = await running.dataSource.query(
      'SELECT last_contact_at FROM recommendations WHERE recommendation_id = $1',
      [body.id],
    );
    expect(contact).toBeNull();
  });

  test('does not take back what later moves rest on', async () => {
    const { client, path } = await one();
    await move(client, path, 'new', 'converted');
    await move(client, path, 'converted', 'lost');
    await move(client, path, 'lost', 'contacted');
    const { status, body } = await client.post(`${path}/corrections`, { of: '3', expected: 'contacted' });
    expect([status, body.code]).toEqual([422, 'illegal_transition']);
  });

  test('takes notes and reminders, and lives longer by them', async () => {
    const { client, path } = await one();
    const { eraseAt } = (await client.get(path)).body as RecommendationRecord;
    const noted = await client.post(`${path}/notes`, { text: 'Rappeler <b>lundi</b>\nà 9 h' });
    expect(noted.status).toBe(201);
    expect(noted.body.history.at(-1)).toMatchObject({
      kind: 'note',
      note: 'Rappeler <b>lundi</b>\nà 9 h',
      by: 'owner',
    });
    expect(Date.parse(noted.body.eraseAt)).toBeGreaterThan(Date.parse(eraseAt as string));

    await client.post(`${path}/reminders`, { dueAt: '2026-12-02T09:00:00+01:00', text: 'Devis' });
    const { body } = await client.post(`${path}/reminders`, { dueAt: '2026-12-01T08:00:00Z' });
    expect(body.reminders).toMatchObject([
      { dueAt: '2026-12-01T08:00:00.000Z', text: null, doneAt: null },
      { dueAt: '2026-12-02T08:00:00.000Z', text: 'Devis', doneAt: null },
    ]);
    expect((await list(client)).items[0]?.nextReminderAt).toBe('2026-12-01T08:00:00.000Z');

    const [first, second] = body.reminders;
    const done = await client.post(`${path}/reminders/${first.id}`, { done: true });
    const { doneAt } = done.body.reminders[0];
    expect(doneAt).not.toBeNull();
    const again = await client.post(`${path}/reminders/${first.id}`, { done: true });
    expect(again.body.reminders[0].doneAt).toBe(doneAt);
    expect(again.body.history).toHaveLength(5);
    expect((await list(client)).items[0]?.nextReminderAt).toBe('2026-12-02T08:00:00.000Z');
    const gone = await client.request('DELETE', `${path}/reminders/${second.id}`);
    expect(gone.body.reminders).toHaveLength(1);
    expect((await client.request('DELETE', `${path}/reminders/${second.id}`)).status).toBe(404);
  });
});

test('what is not the account’s own does not exist, and an id that is none neither', async () => {
  const { id } = await one();
  const { client } = await givenOwner();
  const bodies = new Set<string>();
  for (const key of [id, randomUUID(), 'x', '%00', "x'--"]) {
    const { status, body } = await client.get(`${BASE}/${key}`);
    expect([key, status, body.code]).toEqual([key, 404, 'not_found']);
    bodies.add(JSON.stringify(body));
  }
  expect(bodies.size).toBe(1);
  const answers = await Promise.all([
    move(client, `${BASE}/${id}`, 'new', 'contacted'),
    client.post(`${BASE}/${id}/corrections`, { of: '1', expected: 'new' }),
    client.post(`${BASE}/${id}/notes`, { text: 'x' }),
    client.post(`${BASE}/${id}/reminders`, { dueAt: '2026-12-01T08:00:00Z' }),
    client.post(`${BASE}/${id}/reminders/${randomUUID()}`, { done: true }),
    client.request('DELETE', `${BASE}/${id}/reminders/${randomUUID()}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
});
