/** A line that broke goes on where it was: what was missed comes once, in order, whichever instance is asked. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { LiveListener } from '../src/notifications/live/live-listener.js';
import { type LiveEvent, LiveStreams } from '../src/notifications/live/live-streams.js';
import { Notices } from '../src/notifications/notices/notices.js';
import { signMoment } from '../src/referral/form/opened-moment.js';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { beacon, Client, view } from './support/client.js';
import { afterFile } from './support/after-file.js';
import { cuttableLine } from './support/cuttable-line.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { type OpenedStream, openLive, until } from './support/live.js';
import { pathOf, recommend } from './support/recommend.js';

/** Things that happen, kept as a module would keep them. */
const happened: { accountId: string; id: string; at: Date }[] = [];

let running: RunningApp;
let second: RunningApp;

beforeAll(async () => {
  running = await startApp();
  second = await startApp({}, running.config.databaseUrl);
  for (const { app } of [running, second]) {
    const event = ({ id, at }: { id: string; at: Date }): LiveEvent => ({
      event: 'notification',
      data: { id },
      once: { id, at },
    });
    app.get(LiveStreams).register('happened', {
      // Latest first: it is the streams that put it in order.
      current: async (accountId, since) =>
        happened
          .filter((one) => one.accountId === accountId && one.at > since)
          .toReversed()
          .map(event),
      changed: async (accountId, ids) =>
        happened.filter((one) => one.accountId === accountId && ids.includes(one.id)).map(event),
    });
  }
});

/** @param agoMs its moment lies so far back: as long as its transaction took */
async function happen(accountId: string, agoMs = 0): Promise<string> {
  const id = randomUUID();
  // Of two in one millisecond nobody knows which was first.
  await sleep(2);
  happened.push({ accountId, id, at: new Date(Date.now() - agoMs) });
  await running.dataSource.query(`SELECT pg_notify('num_ecard_live', $1)`, [`happened ${accountId} ${id}`]);
  return id;
}

/** Without the model there is nothing to be told of, whatever was missed. */
async function expectNothingWithoutModel(
  { id }: GivenAccount,
  listening: OpenedStream,
  headers: { cookie: string; 'last-event-id': string },
): Promise<void> {
  await new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` }).request(
    'PATCH',
    `/api/admin/accounts/${id}`,
    { plan: 'premium' },
  );
  await listening.ended;
  const without = await openLive(second.url, headers);
  await until(() => without.of('usage').length === 1);
  expect(without.of('notification')).toEqual([]);
  without.close();
}

async function given() {
  const owner = await givenAccount(running);
  const cookie = (await owner.signIn()).cookieHeader();
  const open = (url: string, lastEventId?: string) =>
    openLive(url, { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) });
  return { owner, cookie, open };
}

const idsOf = (stream: Awaited<ReturnType<typeof openLive>>) =>
  stream.of('notification').map(({ data }) => data.id);

test('what was missed comes once and in order, with the state, from another instance as well', async () => {
  const { owner, open } = await given();
  const before = await happen(owner.id);
  const stream = await open(running.url);
  const heard = await happen(owner.id);
  await until(() => idsOf(stream).length === 1);
  // What there was when it began is no news.
  expect(idsOf(stream)).toEqual([heard]);
  expect(idsOf(stream)).not.toContain(before);
  const last = stream.told.at(-1)?.id ?? '';
  stream.close();
  await stream.ended;

  const missed = [await happen(owner.id), await happen(owner.id), await happen(owner.id)];
  for (const { url } of [second, running]) {
    const again = await open(url, last);
    await until(() => idsOf(again).length === missed.length);
    expect(again.told[0]).toMatchObject({ event: 'usage', data: { summary: { views: { total: 0 } } } });
    const next = await happen(owner.id);
    missed.push(next);
    await until(() => idsOf(again).includes(next));
    expect(idsOf(again)).toEqual(missed);
    again.close();
    await again.ended;
  }
});

test('what was written first and committed last is missed by nobody, and told twice to nobody', async () => {
  const { owner, open } = await given();
  const stream = await open(running.url);
  const early = await happen(owner.id);
  await until(() => idsOf(stream).includes(early));
  const last = stream.told.at(-1)?.id ?? '';
  stream.close();
  await stream.ended;
  // Older than what was heard already.
  const late = await happen(owner.id, 20_000);
  const again = await open(second.url, last);
  await until(() => idsOf(again).length > 0);
  const after = await happen(owner.id);
  await until(() => idsOf(again).includes(after));
  expect(idsOf(again)).toEqual([late, after]);
  again.close();
});

test('a figure carries the position too, and a script may say it in the address', async () => {
  const { owner, cookie, open } = await given();
  const stream = await open(running.url);
  await until(() => stream.told.length === 1);
  const last = stream.told[0]?.id ?? '';
  expect(last).not.toBe('');
  stream.close();
  await stream.ended;
  const missed = await happen(owner.id);
  const again = await openLive(second.url, { cookie }, `?lastEventId=${encodeURIComponent(last)}`);
  await until(() => idsOf(again).length === 1);
  expect(idsOf(again)).toEqual([missed]);
  again.close();
});

test('what is no position is as if nothing was said', async () => {
  const nonsense = [
    'nonsense',
    '7',
    '-1',
    '99999999999999999999',
    String(Date.now() + 3_600_000),
    `${Date.now()}.zzzzzzzz`,
    `${Date.now()}${'.0123abcd'.repeat(1_000)}`,
    "1764144000123' OR 1=1 --",
  ];
  const { owner, open } = await given();
  await happen(owner.id);
  const streams = await Promise.all(nonsense.map((text) => open(running.url, text)));
  await new Client(running.url).post('/api/track', beacon(owner.slugs[0] as string, [view()]));
  await until(() => streams.every(({ of }) => of('usage').length === 2));
  expect(streams.flatMap(idsOf)).toEqual([]);
  for (const { close } of streams) close();
});

test('when the connection that listens breaks, streams end, open again and are told what came meanwhile', async () => {
  const { owner, open } = await given();
  const stream = await open(running.url);
  await until(() => stream.told.length === 1);
  await running.dataSource.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'num-ecard live' AND datname = current_database()`,
  );
  await until(stream.isOver);
  const missed = await happen(owner.id);
  const again = await open(running.url, stream.told.at(-1)?.id);
  await until(() => idsOf(again).length === 1);
  expect(idsOf(again)).toEqual([missed]);
  again.close();
});

test('a connection that has fallen silent is found to be lost, and made anew', async () => {
  const line = await cuttableLine(running.config.databaseUrl);
  afterFile(line.close);
  const heard: string[] = [];
  let lost = 0;
  const listener = new LiveListener(line.url, 'silence', {
    onNotice: (payload) => heard.push(payload),
    onLost: () => (lost += 1),
  });
  afterFile(() => listener.close());
  await listener.listen();
  const say = (word: string) => running.dataSource.query(`SELECT pg_notify('silence', $1)`, [word]);
  await say('before');
  await until(() => heard.includes('before'));
  line.mute();
  await say('unheard');
  await vi.waitFor(() => expect(lost).toBe(1), 60_000);
  await listener.ready();
  await say('after');
  await until(() => heard.includes('after'));
  expect([heard, lost]).toEqual([['before', 'after'], 1]);
}, 90_000);

test('notices that came while the line was broken are told as they would have been', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes' });
  const cookie = (await owner.signIn()).cookieHeader();
  const tell = (views: number) =>
    running.dataSource.transaction((manager) =>
      running.app.get(Notices).tell(manager, owner.id, {
        kind: 'unusual',
        path: '/',
        counts: { views, factor: 3, cards: 1 },
        cardId: null,
      }),
    );
  const viewsOf = (stream: Awaited<ReturnType<typeof openLive>>) =>
    stream.of('notification').map(({ data }) => data.counts.views);
  await tell(10);
  const stream = await openLive(running.url, { cookie });
  await tell(20);
  await until(() => viewsOf(stream).length === 1);
  const last = stream.told.at(-1)?.id ?? '';
  stream.close();
  await stream.ended;
  await tell(30);
  await tell(40);
  const again = await openLive(second.url, { cookie, 'last-event-id': last });
  await until(() => viewsOf(again).length === 2);
  await tell(50);
  await until(() => viewsOf(again).length === 3);
  expect([viewsOf(stream), viewsOf(again)]).toEqual([[20], [30, 40, 50]]);
  await expectNothingWithoutModel(owner, again, { cookie, 'last-event-id': last });
});

test('recommendations that came while the line was broken are told as they would have been', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const cookie = (await owner.signIn()).cookieHeader();
  const slug = owner.slugs[0] as string;
  const stream = await openLive(running.url, { cookie });
  await recommend(running.url, slug, { prospect: { name: 'Sophie Dubois', phone: '06 31 32 33 34' } });
  await until(() => stream.of('notification').length === 1);
  const [heard] = stream.of('notification');
  expect(heard?.data).toMatchObject({ kind: 'recommendation', prospect: 'Sophie Dubois' });
  const last = stream.told.at(-1)?.id ?? '';
  stream.close();
  await stream.ended;
  await recommend(running.url, slug, { prospect: { name: 'Léa Martin', phone: '06 31 32 33 35' } });
  await recommend(running.url, slug, { prospect: { name: 'Zoé Petit', phone: '06 31 32 33 36' } });
  const again = await openLive(second.url, { cookie, 'last-event-id': last });
  await until(() => again.of('notification').length === 2);
  expect(again.of('notification').map(({ data }) => data.prospect)).toEqual(['Léa Martin', 'Zoé Petit']);
  await expectNothingWithoutModel(owner, again, { cookie, 'last-event-id': last });
});

test('a recommendation that is let through while the line is broken is told once, however long ago it came', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const cookie = (await owner.signIn()).cookieHeader();
  // Sent as fast as nobody types: it waits until the prospect answers.
  const opened = signMoment(running.config.secretKey, new Date(Date.now() + 3_600_000));
  const send = async () => (await recommend(running.url, owner.slugs[0] as string, { opened })).body;
  const agree = ({ consentUrl }: { consentUrl: string }) =>
    new Client(running.url).post(pathOf(consentUrl), 'choice=yes', {
      'content-type': 'application/x-www-form-urlencoded',
    });
  const heldOf = (stream: Awaited<ReturnType<typeof openLive>>) =>
    stream.of('notification').map(({ data }) => data.held);
  const [early, late] = [await send(), await send()];
  await running.dataSource.query(
    `UPDATE recommendations SET received_at = received_at - interval '2 hours' WHERE account_id = $1`,
    [owner.id],
  );
  const stream = await openLive(running.url, { cookie });
  await agree(early);
  await until(() => heldOf(stream).length === 1);
  const last = stream.told.at(-1)?.id ?? '';
  stream.close();
  await stream.ended;
  await agree(late);
  const again = await openLive(running.url, { cookie, 'last-event-id': last });
  const newest = await send();
  await until(() => heldOf(again).includes(true));
  await agree(newest);
  await until(() => heldOf(again).length === 3);
  expect([heldOf(stream), heldOf(again)]).toEqual([[false], [false, true, false]]);
  again.close();
});

test('of a kind that is switched off no recommendation is told, at once or later, and what is on screen changes', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const client = await owner.signIn();
  const cookie = client.cookieHeader();
  const slug = owner.slugs[0] as string;
  const want = (recommendation: boolean) =>
    client.request('PATCH', '/api/settings', { notifications: { recommendation } });
  const prospects = (stream: Awaited<ReturnType<typeof openLive>>) =>
    stream.of('notification').map(({ data }) => data.prospect);
  await want(false);
  const stream = await openLive(running.url, { cookie });
  const last = () => stream.told.at(-1)?.id ?? '';
  await until(() => last() !== '');
  const begun = last();
  await recommend(running.url, slug, { prospect: { name: 'Sophie Dubois', phone: '06 31 32 33 37' } });
  await until(() => stream.of('recommendation').length > 0);
  const again = await openLive(running.url, { cookie, 'last-event-id': begun });
  await want(true);
  const later = await openLive(running.url, { cookie, 'last-event-id': begun });
  await recommend(running.url, slug, { prospect: { name: 'Léa Martin', phone: '06 31 32 33 38' } });
  for (const one of [stream, again, later]) {
    await until(() => prospects(one).length > 0);
    expect(prospects(one)).toEqual(['Léa Martin']);
    one.close();
  }
});
