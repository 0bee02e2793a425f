/** Whoever may no longer hear an account hears nothing more of it, at once and on every instance. */
import { connect } from 'node:net';
import type { Plan } from '@num-ecard/contracts/plans';
import { beforeAll, expect, test } from 'vitest';
import { announceAccess } from '../src/notifications/live/live-notice.js';
import { LiveStreams } from '../src/notifications/live/live-streams.js';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { beacon, Client, view } from './support/client.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { openLive, type OpenedStream, until } from './support/live.js';
import { mailTo } from './support/mailbox.js';
import { recommend } from './support/recommend.js';
import { waitFor } from './support/wait-for.js';

let running: RunningApp;
let second: RunningApp;
let operator: Client;

beforeAll(async () => {
  running = await startApp();
  second = await startApp({}, running.config.databaseUrl);
  operator = new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` });
});

/** One stream on each instance, by one cookie or key. */
async function onBoth(headers: Record<string, string>): Promise<OpenedStream[]> {
  const streams = await Promise.all([running, second].map(({ url }) => openLive(url, headers)));
  await until(() => streams.every(({ told }) => told.length > 0));
  return streams;
}

const cookieOf = (client: Client) => ({ cookie: client.cookieHeader() });
const changePlan = (owner: GivenAccount, plan: Plan) =>
  operator.request('PATCH', `/api/admin/accounts/${owner.id}`, { plan });

/** They end before their first heartbeat, at which it would be noticed in any case, and say why. */
async function expectClosed(streams: readonly OpenedStream[]): Promise<void> {
  await until(() => streams.every(({ isOver }) => isOver()), 'the end of the streams');
  for (const { told } of streams) expect(told.at(-1)).toMatchObject({ event: 'access', data: {} });
}

/** They go on: a visit is told. */
async function expectOpen(owner: GivenAccount, streams: readonly OpenedStream[]): Promise<void> {
  const before = streams.map(({ told }) => told.length);
  await new Client(running.url).post('/api/track', beacon(owner.slugs[0] as string, [view()]));
  await until(() => streams.every(({ told }, index) => told.length > (before[index] ?? 0)), 'the visit');
  expect(streams.map(({ isOver }) => isOver())).toEqual(streams.map(() => false));
}

interface Way {
  readonly way: string;
  /** @param here what is done by hand is done there */
  readonly lose: (owner: GivenAccount, here: Client) => Promise<unknown>;
  /** Whose streams go on. */
  readonly stays?: 'here' | 'elsewhere';
}

const WAYS: readonly Way[] = [
  { way: 'signing out', lose: (_, here) => here.post('/api/auth/sign-out', {}), stays: 'elsewhere' },
  {
    way: 'signing out elsewhere',
    lose: (_, here) => here.request('DELETE', '/api/sessions'),
    stays: 'here',
  },
  {
    way: 'ending one session',
    lose: async (_, here) => {
      const { body } = await here.get('/api/sessions');
      const { id } = body.sessions.find(({ current }: { current: boolean }) => !current);
      await here.request('DELETE', `/api/sessions/${id}`);
    },
    stays: 'here',
  },
  {
    way: 'another password',
    lose: (_, here) =>
      here.post('/api/auth/change-password', {
        currentPassword: PASSWORD,
        newPassword: 'a better password',
        revokeOtherSessions: true,
      }),
  },
  {
    way: 'a forgotten password',
    lose: async ({ email }) => {
      const client = new Client(running.url);
      await client.post('/api/auth/request-password-reset', { email });
      const token = new URL((await mailTo(email)).link).searchParams.get('token');
      await client.post('/api/auth/reset-password', { newPassword: 'a better password', token });
    },
  },
  {
    way: 'an account that is deleted',
    lose: ({ id }) => operator.request('DELETE', `/api/admin/accounts/${id}`),
  },
  { way: 'another model', lose: (owner) => changePlan(owner, 'premium') },
];

test.each(WAYS)(
  '$way: closes the streams of whom it signs out, on both instances',
  async ({ lose, stays }) => {
    const owner = await givenAccount(running);
    const stranger = await givenAccount(running);
    const [here, elsewhere, other] = [await owner.signIn(), await owner.signIn(), await stranger.signIn()];
    const streams = {
      here: await onBoth(cookieOf(here)),
      elsewhere: await onBoth(cookieOf(elsewhere)),
    };
    const others = await onBoth(cookieOf(other));
    await lose(owner, here);
    const lost = (['here', 'elsewhere'] as const).filter((side) => side !== stays);
    await expectClosed(lost.flatMap((side) => streams[side]));
    if (stays !== undefined) await expectOpen(owner, streams[stays]);
    await expectOpen(stranger, others);
    for (const { close } of [...streams.here, ...streams.elsewhere, ...others]) close();
  },
);

test('a key that is taken back closes its streams; the session’s and another key’s go on', async () => {
  const owner = await givenAccount(running);
  const client = await owner.signIn();
  const [key, another] = await Promise.all(
    ['one', 'another'].map(async (name) => (await client.post('/api/keys', { name })).body),
  );
  const withKey = await onBoth({ authorization: `Bearer ${key.key}` });
  const going = [
    ...(await onBoth({ authorization: `Bearer ${another.key}` })),
    ...(await onBoth(cookieOf(client))),
  ];
  await client.request('DELETE', `/api/keys/${key.id}`);
  await expectClosed(withKey);
  await expectOpen(owner, going);
  for (const { close } of going) close();
});

test('a session that runs out closes its streams by itself', async () => {
  const owner = await givenAccount(running);
  const streams = await onBoth(cookieOf(await owner.signIn()));
  // Opening one has made the session longer.
  await running.dataSource.query(
    `UPDATE sessions SET expires_at = now() + interval '3 seconds'
      WHERE user_id IN (SELECT id FROM users WHERE account_id = $1)`,
    [owner.id],
  );
  await announceAccess(running.dataSource, owner.id);
  await expectClosed(streams);
});

test('what a session that is gone would have heard is not told, though nobody announced its end', async () => {
  const owner = await givenAccount(running);
  const streams = await onBoth(cookieOf(await owner.signIn()));
  await running.dataSource.query(
    'DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = $1)',
    [owner.id],
  );
  await new Client(running.url).post('/api/track', beacon(owner.slugs[0] as string, [view()]));
  await expectClosed(streams);
  expect(streams.flatMap(({ of }) => of('usage').map(({ data }) => data.summary.views.total))).toEqual([
    0, 0,
  ]);
});

test('what was read before the model changed is not told after', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const streams = running.app.get(LiveStreams);
  let reading: () => void = () => undefined;
  let goOn: () => void = () => undefined;
  const isRead = new Promise<void>((resolve) => (reading = resolve));
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  streams.register('slow', {
    current: async () => [],
    changed: async () => {
      reading();
      await mayGoOn;
      return [{ event: 'notification', data: { of: 'the lost feature' } }];
    },
  });
  const stream = await openLive(running.url, cookieOf(await owner.signIn()));
  await running.dataSource.query(`SELECT pg_notify('num_ecard_live', $1)`, [`slow ${owner.id} x`]);
  await isRead;
  // The announcement is held back: only the asking before sending can notice.
  await running.dataSource.query(`UPDATE accounts SET plan = 'premium' WHERE account_id = $1`, [owner.id]);
  goOn();
  await expectClosed([stream]);
  expect(stream.of('notification')).toEqual([]);
});

test('a recommendation that comes in the moment in which the model loses referrals is told to nobody', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const streams = await onBoth(cookieOf(await owner.signIn()));
  // Both wait for the account, the change of model first.
  const { changed, sent } = await running.dataSource.transaction(async (manager) => {
    await manager.query('SELECT FROM accounts WHERE account_id = $1 FOR UPDATE', [owner.id]);
    const first = changePlan(owner, 'premium');
    await waitFor(running, 1);
    const then = recommend(running.url, owner.slugs[0] as string);
    await waitFor(running, 2);
    return { changed: first, sent: then };
  });
  expect([(await changed).status, (await sent).status]).toEqual([200, 201]);
  await expectClosed(streams);
  for (const { of } of streams) expect([of('notification'), of('recommendation')]).toEqual([[], []]);
  // Whoever opens the stream again hears nothing of it either.
  const again = await onBoth(cookieOf(await owner.signIn()));
  const resumed = await openLive(running.url, {
    ...cookieOf(await owner.signIn()),
    'last-event-id': String(Date.now() - 3_600_000),
  });
  await expectOpen(owner, [...again, resumed]);
  for (const { of } of [...again, resumed])
    expect([of('notification'), of('recommendation')]).toEqual([[], []]);
  for (const { close } of [...again, resumed]) close();
});

test('a session has twenty streams at most; another of the account’s has its own', async () => {
  const owner = await givenAccount(running);
  const client = await owner.signIn();
  const streams = await Promise.all(
    Array.from({ length: 20 }, () => openLive(running.url, cookieOf(client))),
  );
  const { status, headers, body } = await client.get('/api/live');
  expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'too_many_requests', '15']);
  const other = await openLive(running.url, cookieOf(await owner.signIn()));
  streams[0]?.close();
  await streams[0]?.ended;
  let next: OpenedStream | undefined;
  // Until the server has noticed that the one that was closed is gone.
  while (next === undefined) next = await openLive(running.url, cookieOf(client)).catch(() => undefined);
  for (const { close } of [...streams, other, next]) close();
});

test('who does not read what is sent is cut off', async () => {
  const owner = await givenAccount(running);
  const streams = running.app.get(LiveStreams);
  const much = 'x'.repeat(512 * 1024);
  let rounds = 0;
  streams.register('much', {
    current: async () => [],
    changed: async () => {
      rounds += 1;
      return [{ event: 'notification', data: much }];
    },
  });
  const { hostname, port } = new URL(running.url);
  const socket = connect(Number(port), hostname);
  const { cookie } = cookieOf(await owner.signIn());
  socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`);
  const isThere = () => streams.openAccounts().includes(owner.id);
  await until(isThere, 'the stream');
  // Nothing of it is ever read. What the system itself holds for a connection is a few megabytes.
  socket.pause();
  for (let round = 1; isThere(); round += 1) {
    expect(round).toBeLessThan(100);
    await running.dataSource.query(`SELECT pg_notify('num_ecard_live', $1)`, [`much ${owner.id} ${round}`]);
    await until(() => rounds === round || !isThere(), 'the round');
  }
  socket.destroy();
});
