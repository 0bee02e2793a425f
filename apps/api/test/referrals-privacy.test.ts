/** What is shown of people, handed to them and erased; and that nothing that was counted changes by it. */
import { randomUUID } from 'node:crypto';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import type { AmbassadorData, ProspectData } from '@num-ecard/contracts/referral-personal-data';
import { beforeAll, describe, expect, test } from 'vitest';
import { eraseAmbassador } from '../src/referral/store/erase-ambassador.js';
import { type RunningApp, startApp } from './support/app.js';
import type { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals } from './support/given-referrals.js';
import { recommend } from './support/recommend.js';
import { waitFor } from './support/wait-for.js';

const BASE = '/api/recommendations';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function givenOwner(): Promise<{ owner: GivenAccount; client: Client }> {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  return { owner, client: await owner.signIn() };
}

/** Every answer that could show a prospect, as text. */
async function everyAnswer(client: Client, ids: readonly string[]): Promise<string> {
  const paths = [
    '',
    '/board',
    '/follow-ups',
    '/held',
    '/metrics',
    '/trend',
    '/ambassadors',
    '/ambassadors/all',
    ...ids.flatMap((id) => [`/${id}`, `/${id}/personal-data`, `/${id}/personal-data?person=ambassador`]),
  ];
  const answers = await Promise.all(paths.map((path) => client.get(BASE + path)));
  return answers.map(({ body }) => JSON.stringify(body)).join('\n');
}

describe('how to reach a prospect', () => {
  const PHONE = '+33698765432';
  const EMAIL = 'zq-hidden@example.test';
  const WRITTEN = [PHONE, '0698765432', '06 98 76 54 32', EMAIL];
  const person = {
    prospectPhone: PHONE,
    prospectEmail: EMAIL,
    receivedAt: new Date(Date.now() - 26 * 86_400_000),
  };

  async function expectHidden(client: Client, ids: readonly string[], contact: string): Promise<void> {
    const said = await everyAnswer(client, ids);
    for (const form of WRITTEN) expect(said).not.toContain(form);
    for (const id of ids) {
      const { body } = await client.get(`${BASE}/${id}`);
      expect(body.prospect).toMatchObject({
        name: 'Sophie Dubois',
        phone: null,
        phoneDisplay: null,
        email: null,
        contact,
      });
    }
    for (const typed of [...WRITTEN, '9876', 'zq-hidden']) {
      const { body } = await client.get(`${BASE}?q=${encodeURIComponent(typed)}`);
      expect([typed, body.items.length, body.counts.new]).toEqual([typed, 0, 0]);
    }
    expect((await client.get(`${BASE}?q=dubois`)).body.items).toHaveLength(ids.length);
  }

  test('is shown by default, whatever only the ambassador has said', async () => {
    const { owner, client } = await givenOwner();
    const [id = ''] = await givenReferrals(running, owner, [person]);
    const said = await everyAnswer(client, [id]);
    for (const form of [PHONE, '06 98 76 54 32', EMAIL]) expect(said).toContain(form);
    expect((await client.get(`${BASE}?q=069876`)).body.items).toHaveLength(1);
  });

  test('is nowhere once they have refused or taken their consent back', async () => {
    const { owner, client } = await givenOwner();
    const consentAt = new Date();
    const ids = await givenReferrals(running, owner, [
      { ...person, consent: 'refused', consentAt },
      { ...person, consent: 'revoked', consentAt },
    ]);
    await expectHidden(client, ids, 'refused');
  });

  test('is nowhere before consent where the account masks it, then there', async () => {
    const { owner, client } = await givenOwner();
    const { status } = await client.request('PATCH', '/api/settings', {
      referral: { numberBeforeConsent: 'mask' },
    });
    expect(status).toBe(200);
    const ids = await givenReferrals(running, owner, [person, { ...person, consent: 'none' }]);
    await givenReferrals(running, owner, [{ ...person, held: 'suspicious' }]);
    await expectHidden(client, ids, 'masked');
    await running.dataSource.query(
      `UPDATE recommendations SET consent = 'given', consent_at = now() WHERE recommendation_id = $1`,
      [ids[0]],
    );
    expect((await client.get(`${BASE}/${ids[0]}`)).body.prospect).toMatchObject({
      phone: PHONE,
      contact: 'shown',
    });
    expect((await client.get(`${BASE}?q=069876`)).body.items).toHaveLength(1);
  });
});

describe('erasing', () => {
  /** Every value of every referral table of an account. */
  async function stored(owner: GivenAccount): Promise<string> {
    const tables = ['recommendations', 'recommendation_history', 'recommendation_reminders', 'ambassadors'];
    const rows = await Promise.all(
      tables.map((table) =>
        running.dataSource.query(`SELECT * FROM ${table} WHERE account_id = $1`, [owner.id]),
      ),
    );
    return JSON.stringify(rows);
  }

  async function figures(client: Client): Promise<string> {
    const answers = await Promise.all(
      ['/metrics', '/trend'].map(async (path) => (await client.get(BASE + path)).body as object),
    );
    const { body } = await client.get(`${BASE}/ambassadors`);
    const ranked = body.ambassadors.map(
      ({ rank, received, contacted, converted, valueCents }: Record<string, number>) => ({
        rank,
        received,
        contacted,
        converted,
        valueCents,
      }),
    );
    return JSON.stringify([answers, ranked, (await client.get(BASE)).body.counts]);
  }

  async function givenStory(): Promise<{ owner: GivenAccount; client: Client; ids: string[] }> {
    const { owner, client } = await givenOwner();
    const prospectId = randomUUID();
    const ambassador = {
      id: randomUUID(),
      name: 'Marc Zqpetit',
      email: 'zq-marc@example.test',
      phone: '+33611111111',
    };
    const sophie = {
      prospectId,
      prospectName: 'Sophie Zqdubois',
      prospectEmail: 'zq-sophie@example.test',
      prospectPhone: '+33622222222',
      prospectCompany: 'Zqatelier',
      relation: 'zqvoisine',
      message: 'zqmessage',
    };
    const ids = await givenReferrals(running, owner, [
      { ...sophie, ambassador },
      { ...sophie, ambassador: { name: 'Léa' } },
      { ...sophie, held: 'suspicious', ambassador: { name: 'Paul' } },
      { ambassador, prospectName: 'Jean Autre', prospectEmail: null },
    ]);
    const path = `${BASE}/${ids[0]}`;
    await client.post(`${path}/status`, {
      expected: 'new',
      to: 'converted',
      valueCents: 500,
      note: 'zqnote',
    });
    await client.post(`${path}/notes`, { text: 'zqnote 2' });
    await client.post(`${path}/reminders`, { dueAt: '2026-12-01T08:00:00Z', text: 'zqrappel' });
    return { owner, client, ids };
  }

  test('a prospect leaves nothing of them on any recommendation, and every figure as it was', async () => {
    const { owner, client, ids } = await givenStory();
    const before = await figures(client);
    const { status, body } = await client.request('DELETE', `${BASE}/${ids[0]}/personal-data`);
    expect(status).toBe(200);
    const record = body as RecommendationRecord;
    expect(record.prospect).toMatchObject({ name: null, phone: null, email: null, company: null });
    expect(record).toMatchObject({
      status: 'converted',
      valueCents: 500,
      relation: null,
      message: null,
      consentUrl: null,
      eraseAt: null,
      erasedAt: expect.any(String),
      nextReminderAt: null,
      ambassador: { name: 'Marc Zqpetit' },
    });
    expect(record.history.at(-1)).toMatchObject({ kind: 'erasure', by: 'owner' });
    const left = await stored(owner);
    for (const trace of [
      'ophie',
      'ubois',
      'zq-sophie',
      '22222222',
      'qatelier',
      'zqvoisine',
      'zqmessage',
      'zqnote',
      'zqrappel',
    ])
      expect([trace, left.includes(trace)]).toEqual([trace, false]);
    expect(left).toContain('Jean Autre');
    expect((await client.get(`${BASE}/${ids[1]}`)).body.erasedAt).not.toBeNull();
    expect(await figures(client)).toBe(before);
    expect((await client.get(`${BASE}?q=zqdubois`)).body.items).toEqual([]);
    expect((await client.get(`${BASE}?q=zqpetit`)).body.items).toHaveLength(2);
    expect((await client.get(`${BASE}/follow-ups`)).body.reminders).toEqual([]);

    const again = await client.request('DELETE', `${BASE}/${ids[0]}/personal-data`);
    expect(again.body.history).toHaveLength(record.history.length);
    expect(again.body.erasedAt).toBe(record.erasedAt);
  });

  test('what is written about somebody erased is refused, but a status still moves', async () => {
    const { client, ids } = await givenStory();
    const path = `${BASE}/${ids[0]}`;
    await client.request('DELETE', `${path}/personal-data`);
    const answers = await Promise.all([
      client.post(`${path}/notes`, { text: 'Sophie' }),
      client.post(`${path}/reminders`, { dueAt: '2026-12-01T08:00:00Z', text: 'Sophie' }),
      client.post(`${path}/status`, { expected: 'converted', to: 'lost', note: 'Sophie' }),
    ]);
    for (const { status, body } of answers)
      expect([status, body.code, body.reason]).toEqual([409, 'conflict', 'erased']);
    const moved = await client.post(`${path}/status`, { expected: 'converted', to: 'lost' });
    expect([moved.status, moved.body.status, moved.body.eraseAt]).toEqual([200, 'lost', null]);
  });

  test('and writing at once leave nothing behind, whichever comes first', async () => {
    const { owner, client, ids } = await givenStory();
    const paths = ids.slice(0, 2).map((id) => `${BASE}/${id}`);
    const answers = await Promise.all(
      paths.flatMap((path) => [
        client.post(`${path}/notes`, { text: 'zqlate' }),
        client.request('DELETE', `${path}/personal-data`),
        client.post(`${path}/reminders`, { dueAt: '2026-12-01T08:00:00Z', text: 'zqlate' }),
        client.request('DELETE', `${path}/personal-data?person=ambassador`),
        client.post(`${path}/notes`, { text: 'zqlate' }),
      ]),
    );
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    expect(await stored(owner)).not.toMatch(/zqlate|ubois|qpetit/);
    for (const path of paths) {
      const { history } = (await client.get(path)).body as RecommendationRecord;
      expect(history.map(({ id }) => Number(id))).toEqual(history.map((_, index) => index + 1));
      expect(history.filter(({ kind }) => kind === 'erasure')).toHaveLength(1);
    }
  });

  test('nobody recommends as somebody who is being erased', async () => {
    const { owner, client, ids } = await givenStory();
    const { id } = (await client.get(`${BASE}/${ids[0]}`)).body.ambassador;
    const { dataSource, url } = running;
    const { links } = (await client.get(`${BASE}/ambassadors/${id}`)).body;
    const via = new URL(links[0].url).searchParams.get('a');
    const typed = { name: 'Marc Zqpetit', email: 'zq-marc@example.test' };
    const sent = await dataSource.transaction(async (manager) => {
      await eraseAmbassador(manager, { accountId: owner.id, id }, new Date());
      const answers = [{ ambassador: typed }, { ambassador: undefined, via }].map((wanted) =>
        recommend(url, owner.slugs[0]!, wanted),
      );
      // The second waits its turn behind the first, in the process.
      await waitFor(running, 1);
      return answers;
    });
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([201, 400]);
    const left = await dataSource.query(
      `SELECT ambassador_name, search_text FROM recommendations WHERE ambassador_id = $1`,
      [id],
    );
    expect(left).toHaveLength(2);
    expect(JSON.stringify(left)).not.toMatch(/qpetit|zq-marc/);
  });

  test('an ambassador while the owner refuses what they sent is done, and so is the refusal', async () => {
    const { owner, client } = await givenOwner();
    const marc = { id: randomUUID() };
    const [id] = await givenReferrals(running, owner, [
      { ambassador: marc, held: 'suspicious', prospectName: 'Sophie Zqheld' },
    ]);
    const asked = await running.dataSource.transaction(async (manager) => {
      await manager.query('SELECT FROM recommendations WHERE recommendation_id = $1 FOR UPDATE', [id]);
      const refusal = client.post(`${BASE}/${id}/review`, { accept: false });
      await waitFor(running, 1);
      const erasure = client.request('DELETE', `${BASE}/ambassadors/${marc.id}/personal-data`);
      await waitFor(running, 2);
      return [refusal, erasure];
    });
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([204, 200]);
    expect(await stored(owner)).not.toMatch(/qheld|Marc/);
  });

  test.each(['recommendation', 'ambassador'] as const)(
    'an ambassador by the %s leaves nothing of them, and every figure as it was',
    async (by) => {
      const { owner, client, ids } = await givenStory();
      const before = await figures(client);
      const { body: record } = await client.get(`${BASE}/${ids[0]}`);
      const ambassadorPath = `${BASE}/ambassadors/${record.ambassador.id}`;
      const { links } = (await client.get(ambassadorPath)).body;
      expect(links).toHaveLength(1);
      const { status } = await client.request(
        'DELETE',
        by === 'ambassador'
          ? `${ambassadorPath}/personal-data`
          : `${BASE}/${ids[0]}/personal-data?person=ambassador`,
      );
      expect(status).toBe(200);
      const left = await stored(owner);
      for (const trace of ['qpetit', 'zq-marc', '11111111'])
        expect([trace, left.includes(trace)]).toEqual([trace, false]);
      expect(left).toContain('Sophie Zqdubois');
      expect(await figures(client)).toBe(before);
      expect((await client.get(`${BASE}/${ids[0]}`)).body).toMatchObject({
        ambassador: { name: null, email: null, phone: null },
        prospect: { name: 'Sophie Zqdubois' },
        erasedAt: null,
      });
      const { body } = await client.get(ambassadorPath);
      expect(body).toMatchObject({
        name: null,
        received: 2,
        converted: 1,
        links: [],
        erasedAt: expect.any(String),
      });
      expect((await client.get(`${ambassadorPath}/qr.svg`)).status).toBe(404);
      expect((await client.post(`${ambassadorPath}/thanks`, {})).body.reason).toBe('no_address');
      expect((await client.get(`${BASE}/ambassadors/all`)).body.ambassadors).toMatchObject([{ name: 'Léa' }]);
      const [{ count }] = await running.dataSource.query(
        'SELECT count(*)::integer AS count FROM referral_links WHERE subject_id = $1',
        [body.id],
      );
      expect(count).toBe(0);
      // Who comes back later is somebody new.
      const added = await client.post(`${BASE}/ambassadors`, { name: 'Marc', email: 'zq-marc@example.test' });
      expect(added.status).toBe(201);
    },
  );

  test('and handing out is for the account’s own alone', async () => {
    const { ids } = await givenStory();
    const { client } = await givenOwner();
    for (const person of ['prospect', 'ambassador']) {
      const path = `${BASE}/${ids[0]}/personal-data?person=${person}`;
      expect((await client.get(path)).status).toBe(404);
      expect((await client.request('DELETE', path)).status).toBe(404);
    }
    expect((await client.request('DELETE', `${BASE}/ambassadors/${randomUUID()}/personal-data`)).status).toBe(
      404,
    );
  });
});

describe('one person’s data', () => {
  test('is everything about a prospect, on each recommendation of them', async () => {
    const { owner, client } = await givenOwner();
    const prospectId = randomUUID();
    const [id, other] = await givenReferrals(running, owner, [
      { prospectId },
      { prospectId, prospectName: 'S. Dubois', ambassador: { name: 'Léa' } },
      { prospectName: 'Jean Autre' },
    ]);
    await client.post(`${BASE}/${id}/notes`, { text: 'Préfère le matin' });
    await client.post(`${BASE}/${other}/reminders`, { dueAt: '2026-12-01T08:00:00Z', text: 'Devis' });
    const { status, headers, body } = await client.get(`${BASE}/${id}/personal-data`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="num-ecard-prospect-[\w-]{7}\.json"$/,
    );
    const data = body as ProspectData;
    expect(data.holder.email).toBe(owner.email);
    expect(data.recommendations).toMatchObject([
      {
        name: 'Sophie Dubois',
        phone: '+33612345678',
        recommendedBy: 'Marc Petit',
        relation: 'voisine',
        message: 'Cherche un devis',
      },
      { name: 'S. Dubois', recommendedBy: 'Léa', reminders: [{ text: 'Devis' }] },
    ]);
    expect(data.recommendations[0]?.history.map(({ kind, note }) => [kind, note])).toEqual([
      ['received', null],
      ['note', 'Préfère le matin'],
    ]);
    expect(JSON.stringify(data)).not.toContain('Jean Autre');
  });

  test('of an ambassador is without whom they recommended', async () => {
    const { owner, client } = await givenOwner();
    const ambassador = { id: randomUUID(), name: 'Marc Petit', email: 'marc@example.test' };
    const [id] = await givenReferrals(running, owner, [
      { ambassador },
      { ambassador, prospectName: 'Jean Autre', prospectEmail: null },
    ]);
    const { body } = await client.get(`${BASE}/${id}/personal-data?person=ambassador`);
    const data = body as AmbassadorData;
    expect(data).toMatchObject({ name: 'Marc Petit', email: 'marc@example.test', phone: null });
    expect(data.recommendations).toHaveLength(2);
    expect(JSON.stringify(data)).not.toMatch(/Jean|Sophie|612345678/);
  });
});
