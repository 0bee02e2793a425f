import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveUsage } from '@num-ecard/contracts/live';
import { beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { beacon, click, Client, view } from './support/client.js';
import { givenAccount } from './support/given.js';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

/** An open stream, its events gathered as they come. */
async function openStream(
  client: Client,
  url = running.url,
): Promise<{ events: LiveUsage[]; close: () => void; ended: Promise<void> }> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/live`, {
    headers: { cookie: client.cookieHeader() },
    signal: abort.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events: LiveUsage[] = [];
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^event: usage\ndata: (.+)$/m.exec(block)?.[1];
        if (data !== undefined) events.push(JSON.parse(data) as LiveUsage);
      }
    }
  };
  return { events, close: () => abort.abort(), ended: read().catch(() => undefined) };
}

async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (condition()) return;
    await sleep(25);
  }
  throw new Error('it did not come within five seconds');
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
