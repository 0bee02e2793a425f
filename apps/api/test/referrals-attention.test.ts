/** What waits for an owner: whom to follow up today, and what looked suspicious. */
import { randomUUID } from 'node:crypto';
import type { FollowUps, HeldRecommendations, RecommendationRecord } from '@num-ecard/contracts/referral';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReferralUpkeep } from '../src/referral/store/referral-upkeep.js';
import { type RunningApp, startApp } from './support/app.js';
import type { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals } from './support/given-referrals.js';

const BASE = '/api/recommendations';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function givenOwner(): Promise<{ owner: GivenAccount; client: Client }> {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  return { owner, client: await owner.signIn() };
}

const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);

describe('to be followed up today', () => {
  const followUps = async (client: Client): Promise<FollowUps> => {
    const { status, body } = await client.get(`${BASE}/follow-ups`);
    expect(status).toBe(200);
    return body as FollowUps;
  };
  const names = (items: FollowUps['notContacted']) => items.map(({ prospect }) => prospect.name);

  test('are those whom nobody has called for a day, longest waiting first', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(running, owner, [
      { prospectName: 'fresh', receivedAt: ago(20 * HOUR) },
      { prospectName: 'waiting', receivedAt: ago(25 * HOUR) },
      { prospectName: 'long', receivedAt: ago(3 * DAY) },
      {
        prospectName: 'called',
        receivedAt: ago(3 * DAY),
        status: 'contacted',
        contactedAt: ago(DAY),
        lastContactAt: ago(DAY),
      },
      { prospectName: 'refused', receivedAt: ago(3 * DAY), consent: 'refused', consentAt: ago(DAY) },
      { prospectName: 'held', receivedAt: ago(3 * DAY), held: 'suspicious' },
    ]);
    const { notContacted, counts } = await followUps(client);
    expect(names(notContacted)).toEqual(['long', 'waiting']);
    expect(counts).toEqual({ notContacted: 2, reminders: 0, expiring: 0, held: 1 });
    const { body: first } = await client.get(`${BASE}/follow-ups?limit=1`);
    expect([names(first.notContacted), first.counts]).toEqual([['long'], counts]);
    const { body: none } = await client.get(`${BASE}/follow-ups?limit=0`);
    expect([none.notContacted, none.counts]).toEqual([[], counts]);
    expect((await client.get(`${BASE}/follow-ups?limit=101`)).status).toBe(400);
  });

  test('are reminders until tonight', async () => {
    const { owner, client } = await givenOwner();
    const [first, second] = await givenReferrals(running, owner, [
      { prospectName: 'today', receivedAt: ago(HOUR) },
      { prospectName: 'later', receivedAt: ago(HOUR) },
    ]);
    await client.post(`${BASE}/${first}/reminders`, { dueAt: ago(HOUR).toISOString(), text: 'Rappeler' });
    await client.post(`${BASE}/${second}/reminders`, { dueAt: ago(-2 * DAY).toISOString() });
    const { reminders, counts } = await followUps(client);
    expect(reminders).toMatchObject([
      { reminder: { text: 'Rappeler', doneAt: null }, recommendation: { prospect: { name: 'today' } } },
    ]);
    expect(counts.reminders).toBe(1);
    const [due] = reminders;
    await client.post(`${BASE}/${first}/reminders/${due?.reminder.id}`, { done: true });
    expect((await followUps(client)).reminders).toEqual([]);
  });

  test('are those whose data goes within a week', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(running, owner, [
      { prospectName: 'soon', receivedAt: ago(26 * DAY) },
      { prospectName: 'sooner', receivedAt: ago(28 * DAY) },
      { prospectName: 'kept', receivedAt: ago(28 * DAY), consent: 'given', consentAt: ago(27 * DAY) },
      { prospectName: 'noted', receivedAt: ago(28 * DAY), lastActivityAt: ago(DAY) },
    ]);
    const { expiring, counts } = await followUps(client);
    expect(names(expiring)).toEqual(['sooner', 'soon']);
    expect(counts.expiring).toBe(2);
  });

  test('are at most a hundred of a kind, all of them counted', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(
      running,
      owner,
      Array.from({ length: 103 }, () => ({ receivedAt: ago(2 * DAY) })),
    );
    const { notContacted, counts } = await followUps(client);
    expect([notContacted.length, counts.notContacted]).toEqual([100, 103]);
  });
});

describe('a held one', () => {
  const held = async (client: Client) =>
    ((await client.get(`${BASE}/held`)).body as HeldRecommendations).items;
  const review = (client: Client, id: string | undefined, accept: boolean) =>
    client.post(`${BASE}/${id}/review`, { accept });

  test('is shown with why, and is let through as received when it was', async () => {
    const { owner, client } = await givenOwner();
    const receivedAt = ago(30 * HOUR);
    const [id] = await givenReferrals(running, owner, [
      { held: 'suspicious', heldReasons: ['too_fast'], receivedAt },
      { held: 'objection' },
      { held: 'refused' },
    ]);
    const items = await held(client);
    expect(items).toHaveLength(1);
    expect(items).toMatchObject([
      {
        id,
        reasons: ['too_fast'],
        ambassador: { name: 'Marc Petit' },
        prospect: { name: 'Sophie Dubois', phoneDisplay: '06 12 34 56 78' },
        message: 'Cherche un devis',
      },
    ]);
    expect((await review(client, id, true)).status).toBe(204);
    const record = (await client.get(`${BASE}/${id}`)).body as RecommendationRecord;
    expect(record).toMatchObject({ status: 'new', receivedAt: receivedAt.toISOString() });
    expect(record.history.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'received ambassador',
      'accepted owner',
    ]);
    expect(await held(client)).toEqual([]);
    const again = await review(client, id, false);
    expect([again.status, again.body.reason]).toEqual([409, 'stale']);
  });

  test('that is refused leaves nothing of anybody, and is counted nowhere', async () => {
    const { owner, client } = await givenOwner();
    const prospectId = randomUUID();
    const ambassador = { id: randomUUID(), name: 'Robot Verdâtre', email: 'robot@example.test' };
    const [id, real] = await givenReferrals(running, owner, [
      { held: 'suspicious', prospectId, prospectName: 'Fausse Sophie', message: 'casino', ambassador },
      { prospectId, prospectName: 'Vraie Sophie' },
    ]);
    expect((await review(client, id, false)).status).toBe(204);
    expect(await held(client)).toEqual([]);
    expect((await client.get(`${BASE}/${id}`)).status).toBe(404);
    expect((await review(client, id, true)).status).toBe(404);
    // Whoever typed a real prospect's number into it has not erased them.
    expect((await client.get(`${BASE}/${real}`)).body.prospect.name).toBe('Vraie Sophie');
    expect((await client.get(`${BASE}/metrics`)).body.cohort.received).toBe(1);
    for (const table of ['recommendations', 'ambassadors', 'recommendation_history']) {
      const rows = await running.dataSource.query(`SELECT * FROM ${table} WHERE account_id = $1`, [owner.id]);
      expect(JSON.stringify(rows)).not.toMatch(/Fausse|casino|Verdâtre|verdatre|robot@/);
    }
  });

  test('that nobody looked at waits no longer than its data is kept', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(running, owner, [
      { held: 'suspicious', receivedAt: ago(31 * DAY), ambassador: { name: 'Robot Verdâtre' } },
    ]);
    expect(await held(client)).toHaveLength(1);
    await running.app.get(ReferralUpkeep).keep(new Date());
    expect(await held(client)).toEqual([]);
    expect((await client.get(`${BASE}/follow-ups`)).body.counts.held).toBe(0);
    expect((await client.get(`${BASE}/metrics`)).body.cohort.received).toBe(0);
    for (const table of ['recommendations', 'ambassadors']) {
      const rows = await running.dataSource.query(`SELECT * FROM ${table} WHERE account_id = $1`, [owner.id]);
      expect(JSON.stringify(rows)).not.toMatch(/Sophie|Verdâtre|verdatre/);
    }
  });

  test('that is refused leaves an ambassador alone who is known otherwise', async () => {
    const { owner, client } = await givenOwner();
    const ambassador = { id: randomUUID(), name: 'Marc', email: 'marc@example.test' };
    const [id] = await givenReferrals(running, owner, [{ held: 'suspicious', ambassador }, { ambassador }]);
    await review(client, id, false);
    expect((await client.get(`${BASE}/ambassadors/${ambassador.id}`)).body).toMatchObject({
      name: 'Marc',
      received: 1,
    });
  });

  test('does not make who sent it an ambassador', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(running, owner, [{ held: 'suspicious' }]);
    expect((await client.get(`${BASE}/ambassadors/all`)).body.ambassadors).toEqual([]);
  });

  test('of another account does not exist', async () => {
    const { owner } = await givenOwner();
    const [id] = await givenReferrals(running, owner, [{ held: 'suspicious' }]);
    const { client } = await givenOwner();
    expect((await review(client, id, true)).status).toBe(404);
    expect(await held(client)).toEqual([]);
  });
});
