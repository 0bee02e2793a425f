import type { LiveUsage } from '@num-ecard/contracts/live';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { LiveStreams } from '../src/notifications/live/live-streams.js';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, click, Client, view } from './support/client.js';
import { givenAccount } from './support/given.js';
import { openLive, until } from './support/live.js';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

/** What is told of usage, as it comes. */
async function openStream(client: Client, url = running.url) {
  const { of, close, ended } = await openLive(url, { cookie: client.cookieHeader() });
  return {
    get events(): LiveUsage[] {
      return of('usage').map(({ data }) => data as LiveUsage);
    },
    close,
    ended,
  };
}

test('a stream tells the present state, then every change, whichever instance stored it', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
  const [first = '', second = ''] = owner.slugs;
  const stream = await openStream(await owner.signIn());
  await until(() => stream.events.length === 2);
  expect(stream.events.map(({ card, summary }) => [card.slug, summary.views.total])).toEqual([
    [first, 0],
    [second, 0],
  ]);
  const other = await startApp({}, running.config.databaseUrl);
  await new Client(other.url).post('/api/track', beacon(second, [view(), click('phone')]));
  await until(() => stream.events.length === 3);
  expect(stream.events[2]).toMatchObject({
    card: { slug: second },
    summary: { views: { total: 1, today: 1 }, clicks: { total: 1, today: 1 } },
  });
  stream.close();
  await stream.ended;
});

test('nobody hears of another account’s cards', async () => {
  const owner = await givenAccount(running);
  const other = await givenAccount(running);
  const stream = await openStream(await owner.signIn());
  await until(() => stream.events.length === 1);
  await new Client(running.url).post('/api/track', beacon(other.slugs[0] as string, [view()]));
  await new Client(running.url).post('/api/track', beacon(owner.slugs[0] as string, [view()]));
  await until(() => stream.events.length === 2);
  expect(new Set(stream.events.map(({ card }) => card.slug))).toEqual(new Set(owner.slugs));
  stream.close();
  await stream.ended;
});

test('what changes of an account while it is read waits, and is read together afterwards', async () => {
  const owner = await givenAccount(running);
  const readings: string[][] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  running.app.get(LiveStreams).register('held', {
    current: async () => [],
    changed: async (_, keys) => {
      readings.push([...keys]);
      await held;
      return keys.map((key) => ({ event: 'held', data: key }));
    },
  });
  const change = (key: string) =>
    running.dataSource.query(`SELECT pg_notify('num_ecard_live', $1)`, [`held ${owner.id} ${key}`]);
  const cookie = (await owner.signIn()).cookieHeader();
  const stream = await openLive(running.url, { cookie });
  await until(() => stream.of('usage').length === 1);
  await change('first');
  await until(() => readings.length === 1);
  const later = Array.from({ length: 8 }, (_, index) => `later-${index % 4}`);
  for (const key of later) {
    await change(key);
    // Each is gathered by itself.
    await sleep(300);
  }
  // Of two readings of one account, the older figure might be told last.
  expect(readings).toEqual([['first']]);
  release();
  const told = () => stream.of('held').map(({ data }) => data as string);
  await until(() => told().includes('later-3'));
  expect(new Set(told())).toEqual(new Set(['first', ...later]));
  // The last may still have been on its way when the others were read.
  expect(readings.length).toBeLessThanOrEqual(3);
  stream.close();
});

test('without a session there is no stream', async () => {
  const { status, body } = await new Client(running.url).get('/api/live');
  expect([status, body.code]).toEqual([401, 'unauthenticated']);
});

test('an instance that stops ends its streams and lets go at once', async () => {
  const stopping = await startApp({}, running.config.databaseUrl);
  const owner = await givenAccount(stopping);
  const stream = await openStream(await owner.signIn(), stopping.url);
  await until(() => stream.events.length === 1);
  await stopping.close();
  await stream.ended;
  await expect(fetch(stopping.url)).rejects.toThrow('fetch failed');
});
