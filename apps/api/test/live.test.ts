import type { LiveUsage } from '@num-ecard/contracts/live';
import { beforeAll, expect, test } from 'vitest';
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
