/** How long people are known: erasure by age, and with the account. */
import { beforeAll, expect, test } from 'vitest';
import { Accounts } from '../src/accounts/accounts.service.js';
import { changeRecommendation } from '../src/referral/store/change-recommendation.js';
import { lockReferrals } from '../src/referral/store/referral-lock.js';
import { ReferralUpkeep } from '../src/referral/store/referral-upkeep.js';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals } from './support/given-referrals.js';
import { pathOf, recommend } from './support/recommend.js';
import { waitFor } from './support/wait-for.js';

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

let running: RunningApp;
let keep: (now: Date) => Promise<void>;

beforeAll(async () => {
  running = await startApp();
  keep = (now) => running.app.get(ReferralUpkeep).keep(now);
});

async function known(owner: GivenAccount): Promise<(string | null)[]> {
  const client = await owner.signIn();
  const { body } = await client.get('/api/recommendations?sort=oldest');
  return body.items.map(({ prospect }: { prospect: { name: string | null } }) => prospect.name);
}

test('who neither agreed nor was spoken to is erased after 30 days, and counts as before', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const client = await owner.signIn();
  const send = (name: string, phone: string) =>
    recommend(running.url, owner.slugs[0]!, { prospect: { name, phone } });
  await send('Nobody', '06 00 00 00 01');
  const agreed = await send('Agreed', '06 00 00 00 02');
  await new Client(running.url).post(pathOf(agreed.body.consentUrl), 'choice=yes', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await send('Called', '06 00 00 00 03');
  const { items } = (await client.get('/api/recommendations?q=Called')).body;
  await client.post(`/api/recommendations/${items[0].id}/status`, { to: 'contacted', expected: 'new' });
  await send('Noted', '06 00 00 00 04');
  const noted = (await client.get('/api/recommendations?q=Noted')).body.items[0];
  const metrics = (await client.get('/api/recommendations/metrics')).body;
  expect(metrics.cohort).toMatchObject({ received: 4, contacted: 1 });

  await keep(inDays(29.9));
  expect(await known(owner)).toEqual(['Nobody', 'Agreed', 'Called', 'Noted']);
  // Thirty days after the note, not after it was received.
  await running.dataSource.query(
    `UPDATE recommendations SET last_activity_at = $1, erase_at = $2 WHERE recommendation_id = $3`,
    [inDays(10), inDays(40), noted.id],
  );
  await keep(inDays(30.1));
  expect(await known(owner)).toEqual([null, 'Agreed', 'Called', 'Noted']);
  await keep(inDays(40.1));
  expect(await known(owner)).toEqual([null, 'Agreed', 'Called', null]);
  await keep(inDays(3 * 366));
  expect(await known(owner)).toEqual([null, null, null, null]);
  expect((await client.get('/api/recommendations/metrics')).body).toEqual(metrics);
  const ambassadors = await running.dataSource.query<{ name: string | null }[]>(
    'SELECT name FROM ambassadors WHERE account_id = $1',
    [owner.id],
  );
  expect(ambassadors).toEqual([{ name: null }]);
});

test('who is called while data is erased by age stays, and so does an ambassador who comes back', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const [id] = await givenReferrals(running, owner, [{ prospectName: 'Called', receivedAt: new Date() }]);
  const due = inDays(30.1);
  const keeping = await running.dataSource.transaction(async (manager) => {
    await changeRecommendation(manager, { accountId: owner.id, id: id! }, due, () => ({
      columns: { lastActivityAt: due },
      entries: [{ kind: 'note', actor: 'owner', note: 'rappelle demain' }],
    }));
    const begun = [keep(due)];
    await waitFor(running, 1);
    return begun;
  });
  await Promise.all(keeping);
  expect(await known(owner)).toEqual(['Called']);

  const account = await givenAccount(running, { plan: 'force-de-vente' });
  const client = await account.signIn();
  const { body: marc } = await client.post('/api/recommendations/ambassadors', {
    name: 'Marc',
    email: 'marc@example.fr',
  });
  const late = inDays(3 * 366);
  const begun = await running.dataSource.transaction(async (manager) => {
    await lockReferrals(manager, account.id);
    const kept = [keep(late)];
    await waitFor(running, 1);
    await givenReferrals(running, account, [{ ambassador: { id: marc.id }, receivedAt: late }]);
    return kept;
  });
  await Promise.all(begun);
  const path = `/api/recommendations/ambassadors/${marc.id}`;
  expect((await client.get(path)).body).toMatchObject({ name: 'Marc', erasedAt: null });
});

test('what nobody let through within 30 days waits no longer', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const client = await owner.signIn();
  await recommend(running.url, owner.slugs[0]!, { objet: 'Buy now' });
  const held = async () => [
    (await client.get('/api/recommendations/held')).body.items.length,
    (await client.get('/api/recommendations/follow-ups')).body.counts.held,
  ];
  expect(await held()).toEqual([1, 1]);
  await keep(inDays(30.1));
  expect(await held()).toEqual([0, 0]);
});

test('an address is not known, even as a hash, after a day', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  await recommend(running.url, owner.slugs[0]!);
  const keys = () =>
    running.dataSource.query<{ sender_key: Buffer | null }[]>(
      'SELECT sender_key FROM recommendations WHERE account_id = $1',
      [owner.id],
    );
  expect((await keys())[0]?.sender_key).not.toBeNull();
  await keep(inDays(1.01));
  expect(await keys()).toEqual([{ sender_key: null }]);
});

test('an account that is deleted takes everything with it', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const { consentUrl } = (await recommend(running.url, owner.slugs[0]!)).body;
  await running.app.get(Accounts).delete(owner.id);
  for (const table of [
    'ambassadors',
    'recommendations',
    'recommendation_history',
    'referral_links',
    'mail_deliveries',
  ])
    expect(
      await running.dataSource.query(`SELECT 1 FROM ${table} WHERE account_id = $1`, [owner.id]),
      table,
    ).toEqual([]);
  expect((await new Client(running.url).get(pathOf(consentUrl))).status).toBe(404);
});
