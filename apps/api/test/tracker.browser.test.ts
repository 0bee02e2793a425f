/// <reference lib="dom" />
/**
 * The tracker as built, in a real Chromium, against a server that stands for the network's edge: it records every
 * beacon, checks it with the contract's own schema, and can be made to fail. `api` has the cards and the tracker, `site`
 * is somebody else's: same machine, other origin.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { MAX_EVENTS_PER_REQUEST, MAX_TRACK_BODY, TrackRequest } from '@num-ecard/contracts/track';
import type { TrackEvent } from '@num-ecard/contracts/track';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hide, leaveAndComeBack, openPage, openUnwatched, show } from './support/browser.js';
import type { OpenedPage, OpenOptions } from './support/browser.js';

const builtFile = createRequire(import.meta.url).resolve('@num-ecard/tracker/t.js');

interface Beacon {
  card: string;
  visit: string;
  events: TrackEvent[];
  bytes: number;
  headers: IncomingMessage['headers'];
  status: number;
}

/** What the server does with the next beacon: a status, or `hold` to leave it without an answer. */
type Answer = 'hold' | { status: number; retryAfter?: string };

class Edge {
  beacons: Beacon[] = [];
  requests: string[] = [];
  /** Asked for each beacon; the default stores it. */
  answer: (beacon: Omit<Beacon, 'status'>) => Answer = () => ({ status: 202 });
  #server: Server | undefined;
  #port = 0;

  constructor(public pages: Record<string, () => string>) {}

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#handle(request, response));
    // Port 0 the first time; the same port when it comes back.
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Refuses connections until it is started again. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** The stored events, each id once, with their visits. */
  get stored(): (TrackEvent & { visit: string })[] {
    const byId = new Map<string, TrackEvent & { visit: string }>();
    for (const beacon of this.beacons) {
      if (beacon.status !== 202) continue;
      for (const event of beacon.events) {
        if (!byId.has(event.id)) byId.set(event.id, { ...event, visit: beacon.visit });
      }
    }
    return [...byId.values()];
  }

  count(type: TrackEvent['type']): number {
    return this.stored.filter((event) => event.type === type).length;
  }

  get clicks(): string[] {
    return this.stored.flatMap((event) => (event.type === 'click' ? [event.target] : []));
  }

  /** Milliseconds of the largest engagement of a visit, the only one by default. */
  engaged(ofVisit = this.stored[0]?.visit): number {
    const told = this.stored.flatMap((event) =>
      event.type === 'engagement' && event.visit === ofVisit ? [event.engagedMs] : [],
    );
    return Math.max(0, ...told);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${pathname}`);
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'POST' && pathname === '/api/track') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const beacon = {
        ...TrackRequest.parse(JSON.parse(bytes.toString())),
        bytes: bytes.length,
        headers: request.headers,
      };
      const answer = this.answer(beacon);
      this.beacons.push({ ...beacon, status: answer === 'hold' ? 0 : answer.status });
      if (answer === 'hold') return;
      response.setHeader('access-control-expose-headers', 'retry-after');
      if (answer.retryAfter) response.setHeader('retry-after', answer.retryAfter);
      response.writeHead(answer.status).end('{}');
      return;
    }
    if (pathname === '/t.js') {
      response.setHeader('content-type', 'text/javascript').end(await readFile(builtFile));
      return;
    }
    const page = this.pages[pathname];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.writeHead(page ? 200 : 404).end(page?.() ?? '');
  }
}

const tag = (card = 'patrice') => `<script defer src="${api.url}/t.js" data-card="${card}"></script>`;

// The module script runs after the deferred tracker, so that its request tells that the tracker has run.
const card = (scripts = tag()) => `<!doctype html><html lang="fr"><title>Carte</title>
  <script>globalsBefore = Object.getOwnPropertyNames(window)</script>
  ${scripts}
  <script type="module">since = performance.now(); fetch('/ran')</script>
  <body>
    <a id="phone" href="tel:+33612345678" data-track="phone"><b id="inside">Téléphone</b></a>
    <a id="email" href="mailto:patrice@example.fr" data-track="email">E-mail</a>
    <a id="website" href="/elsewhere" data-track="website">Site</a>
    <a id="vcard" href="/card.vcf" download data-track="vcard">Contact</a>
    <button id="share" data-track="share">Partager</button>
    <button id="stubborn" data-track="calendar" onclick="event.stopImmediatePropagation()">Rendez-vous</button>
    <button id="wrong" data-track="Not a slug">Faux</button>
    <button id="nothing">Rien</button>
    <div id="host"></div>
    <script>
      host.attachShadow({ mode: 'open' }).innerHTML = '<button data-track="linkedin"><i>LinkedIn</i></button>';
      prevented = [];
      for (const type of ['click', 'auxclick']) {
        addEventListener(type, (event) => prevented.push(event.defaultPrevented));
      }
      since = visible = 0;
      addEventListener('visibilitychange', () => {
        if (document.hidden) visible += performance.now() - since; else since = performance.now();
      });
    </script>`;

const pages = {
  '/card': () => card(),
  '/twice': () => card(tag() + tag()),
  '/two-cards': () => card(tag() + tag('equipe-1')),
  '/elsewhere': () => '<!doctype html><title>Ailleurs</title><p>Ailleurs',
  '/prerendering': () => `<!doctype html><title>Avant</title>
    <script type="speculationrules">{"prerender":[{"urls":["/card"],"eagerness":"immediate"}]}</script>
    <a id="go" href="/card">Carte</a>`,
  '/prerendering-and-going': () => `${pages['/prerendering']()}
    <script>
      // Goes once the prerendered page has run.
      const timer = setInterval(async () => {
        if ((await fetch('/may-go')).ok) { clearInterval(timer); go.click(); }
      }, 50);
    </script>`,
  '/ran': () => '',
  '/favicon.ico': () => '',
};

// New ones for each test: what a page of the test before still sends on its way out finds nobody.
let api: Edge;
let site: Edge;
let opened: OpenedPage[] = [];

/** A blank page that is closed after the test. */
async function openBlank(options: OpenOptions = { size: 'desktop' }): Promise<OpenedPage> {
  const one = await openPage(options);
  opened.push(one);
  return one;
}

async function visit(url: string, options?: OpenOptions): Promise<Page> {
  const { page } = await openBlank(options);
  await page.goto(url);
  return page;
}

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000, interval: 20 });

/** Waits until everything sent so far has arrived: a later request of the same page has. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => fetch('/ran').then((response) => response.text()));
}

/**
 * Opens a page that asks for the card to be prerendered, until the card has run. Chromium may always decline, and does
 * so on a busy machine; then the page is opened again.
 */
async function openUntilPrerendered(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const close = await openUnwatched(`${api.url}${path}`);
    for (let wait = 0; wait < 100; wait += 1) {
      if (api.requests.includes('GET /ran')) return close;
      await pause(20);
    }
    await close();
  }
  throw new Error('Chromium declined to prerender, ten times');
}

beforeEach(async () => {
  api = new Edge(pages);
  site = new Edge(pages);
  await Promise.all([api.start(), site.start()]);
});

afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  opened = [];
  await Promise.all([api.stop(), site.stop()]);
});

describe('the built file', () => {
  test('has at most 1,024 bytes gzipped', async () => {
    expect(gzipSync(await readFile(builtFile), { level: 9 }).length).toBeLessThanOrEqual(1024);
  });

  test('is what the source builds', async () => {
    const root = dirname(dirname(builtFile));
    const result = await build({
      root,
      configFile: `${root}/vite.config.ts`,
      logLevel: 'silent',
      build: { write: false },
    });
    const output = 'output' in result ? result.output : [];
    expect(output.map((file) => file.type === 'chunk' && file.code)).toEqual([
      await readFile(builtFile, 'utf8'),
    ]);
  });
});

describe('a view', () => {
  test('is told once, with the address and the referrer, without a preflight', async () => {
    const one = await openBlank({ size: 'phone' });
    await one.page.goto(`${api.url}/card?s=qr#haut`, { referer: 'https://www.linkedin.com/' });
    await eventually(() => api.count('view')).toBe(1);
    await hide(one.page);
    await show(one.page);
    await settled(one.page);

    const views = api.stored.filter((event) => event.type === 'view');
    expect(views).toMatchObject([
      { url: `${api.url}/card?s=qr#haut`, referrer: 'https://www.linkedin.com/', visit: expect.any(String) },
    ]);
    expect(api.beacons[0]).toMatchObject({ card: 'patrice', headers: { 'content-type': /^text\/plain/ } });
    expect(api.requests).not.toContain('OPTIONS /api/track');
    expect(one.problems).toEqual([]);
  });

  test('of a tab opened in the background is told when the tab is first seen', async () => {
    const { page } = await openBlank();
    await hide(page);
    await page.goto(`${api.url}/card`);
    await eventually(() => api.requests).toContain('GET /ran');
    await settled(page);
    expect(api.beacons).toEqual([]);

    await show(page);
    await eventually(() => api.count('view')).toBe(1);
  });

  test('of a prerendered page never shown is never told', async () => {
    const close = await openUntilPrerendered('/prerendering');
    await close();
    await settled(await visit(`${api.url}/elsewhere`));
    expect(api.requests).toContain('GET /t.js');
    expect(api.beacons).toEqual([]);
  });

  test('of a prerendered page is told once it is shown', async () => {
    const close = await openUntilPrerendered('/prerendering-and-going');
    expect(api.beacons).toEqual([]);
    api.pages = { ...pages, '/may-go': () => '' };
    await eventually(() => api.count('view')).toBe(1);
    expect(api.stored[0]).toMatchObject({
      url: `${api.url}/card`,
      referrer: `${api.url}/prerendering-and-going`,
    });
    await close();
  });

  test('is told again, as a new visit, when the page comes back from the back-forward cache', async () => {
    const page = await visit(`${api.url}/card`);
    await eventually(() => api.count('view')).toBe(1);
    await pause(400);
    await leaveAndComeBack(page, `${api.url}/elsewhere`);
    await eventually(() => api.count('view')).toBe(2);
    const [first, second] = api.stored.filter((event) => event.type === 'view');
    expect(second?.visit).not.toBe(first?.visit);
    expect(second).toMatchObject({ url: `${api.url}/card` });

    await page.click('#share');
    await hide(page);
    await eventually(() => api.engaged(second?.visit)).toBeGreaterThan(0);
    await eventually(() => api.clicks).toEqual(['share']);
    expect(api.stored.find((event) => event.type === 'click')?.visit).toBe(second?.visit);
    // The first visit has its own time, and the second starts from nothing.
    expect(api.engaged(first?.visit)).toBeGreaterThanOrEqual(400);
    expect(api.engaged(second?.visit)).toBeLessThan(await page.evaluate(() => performance.now() - 400));
  });

  test('is counted once by two copies of the script, and once for each of two cards', async () => {
    const twice = await visit(`${api.url}/twice`);
    await twice.click('#share');
    await eventually(() => api.clicks).toEqual(['share']);
    await settled(twice);
    expect(api.count('view')).toBe(1);

    await visit(`${api.url}/two-cards`);
    await eventually(() => api.beacons.filter((beacon) => beacon.card === 'equipe-1')).toHaveLength(1);
    await eventually(() => api.count('view')).toBe(3);
  });
});

describe('a click', () => {
  test('is told once, by pointer, keyboard and middle button, wherever the element is', async () => {
    const page = await visit(`${api.url}/card`);
    await page.click('#phone');
    await page.click('#inside');
    await page.click('#email');
    await page.focus('#share');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.focus('#email');
    await page.keyboard.press('Enter');
    await page.click('#website', { button: 'middle' });
    await page.click('#share', { button: 'right' });
    await page.click('#host i');
    await page.click('#stubborn');
    await page.click('#wrong');
    await page.click('#nothing');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p data-track="later"><button id="later">Plus tard</button></p>',
      );
    });
    await page.click('#later');

    const expected = 'phone phone email share share email website linkedin calendar later'.split(' ');
    await eventually(() => api.clicks).toEqual(expected);
    await settled(page);
    expect(api.clicks).toEqual(expected);
    expect(new Set(api.stored.map((event) => event.visit)).size).toBe(1);
  });

  test('is told once for a tap', async () => {
    const page = await visit(`${api.url}/card`, { size: 'phone' });
    await page.tap('#phone');
    await page.tap('#share');
    await eventually(() => api.clicks).toEqual(['phone', 'share']);
  });

  test('is never prevented, and the link is followed though the server does not answer', async () => {
    const page = await visit(`${api.url}/card`);
    await eventually(() => api.count('view')).toBe(1);
    api.answer = () => 'hold';
    await page.click('#phone');
    await page.click('#email');
    const saved = page.waitForEvent('download');
    await page.click('#vcard');
    await (await saved).cancel();
    await page.click('#share', { button: 'middle' });
    expect(await page.evaluate('prevented')).toEqual([false, false, false, false]);

    const attempts = api.beacons.length;
    await page.click('#website');
    await page.waitForURL('**/elsewhere');
    // The click under way and those behind it went out with the page.
    await eventually(() => api.beacons.slice(attempts).flatMap(({ events }) => events.map(targetOf))).toEqual(
      expect.arrayContaining(['phone', 'email', 'vcard', 'share', 'website']),
    );
    const ids = api.beacons.flatMap(({ events }) => events.filter((event) => event.type === 'click'));
    expect(new Set(ids.map((event) => event.id)).size).toBe(5);
  });
});

describe('engaged time', () => {
  test('is the time for which the page was visible, and survives a closed tab', async () => {
    const one = await openBlank();
    await one.page.goto(`${api.url}/card`);
    await pause(500);
    await hide(one.page);
    await pause(1_000);
    await show(one.page);
    await pause(300);
    const before = await one.page.evaluate<number>('visible + performance.now() - since');
    await one.close();

    // The page's own account begins and ends just inside the tracker's; the hidden second is in neither.
    await eventually(() => api.engaged()).toBeGreaterThanOrEqual(Math.floor(before) - 50);
    expect(api.engaged()).toBeLessThan(before + 900);
    expect(before).toBeGreaterThanOrEqual(800);
  });

  test('is told after 5, 15, 35 and 75 seconds, then every minute, whatever the clock on the wall says', async () => {
    const { page } = await openBlank();
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    await page.goto(`${api.url}/card`);
    await page.evaluate(() => {
      Date.now = () => 0;
    });
    for (let second = 0; second < 200; second += 5) {
      await page.clock.runFor(5_000);
      await settled(page);
    }
    const told = () => api.stored.flatMap((event) => (event.type === 'engagement' ? [event.engagedMs] : []));
    await eventually(told).toEqual([5_000, 15_000, 35_000, 75_000, 135_000, 195_000]);
    expect(api.stored.map((event) => event.age)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('is told on hiding only when it has grown', async () => {
    const page = await visit(`${api.url}/card`);
    await pause(200);
    await hide(page);
    await eventually(() => api.engaged()).toBeGreaterThanOrEqual(200);
    const told = api.count('engagement');
    await page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      dispatchEvent(new PageTransitionEvent('pagehide'));
    });
    await settled(page);
    expect(api.count('engagement')).toBe(told);
  });
});

describe('nothing is lost', () => {
  test('with the server down for 3 seconds: all arrives, each once', async () => {
    const one = await openBlank();
    await one.page.goto(`${site.url}/card`);
    await eventually(() => api.count('view')).toBe(1);
    await api.stop();
    await one.page.click('#phone');
    await one.page.click('#email');
    await pause(1_500);
    await one.page.click('#share');
    await pause(1_500);
    await api.start();
    await eventually(() => api.clicks).toEqual(['phone', 'email', 'share']);
    await one.close();
    await eventually(() => api.engaged()).toBeGreaterThanOrEqual(3_000);
    expect(api.count('view')).toBe(1);
    expect(api.clicks).toEqual(['phone', 'email', 'share']);
  });

  test('when the page was hidden while the server was down: what the beacon lost is sent again', async () => {
    const page = await visit(`${site.url}/card`);
    await eventually(() => api.count('view')).toBe(1);
    await api.stop();
    await page.click('#phone');
    await hide(page);
    await api.start();
    await show(page);
    await eventually(() => api.clicks).toEqual(['phone']);
    await eventually(() => api.engaged()).toBeGreaterThan(0);
  });

  test('on 503 with Retry-After and on 429: the same ids again, older, and not too early', async () => {
    const at: number[] = [];
    api.answer = () => {
      at.push(performance.now());
      return [{ status: 503, retryAfter: '2' }, { status: 429 }][at.length - 1] ?? { status: 202 };
    };
    const page = await visit(`${site.url}/card`);
    await eventually(() => api.count('view')).toBe(1);
    await settled(page);
    expect(api.beacons.map((beacon) => beacon.status)).toEqual([503, 429, 202]);
    const [first, second, third] = api.beacons.map((beacon) => beacon.events[0]);
    expect(second?.id).toBe(first?.id);
    expect(third?.id).toBe(first?.id);
    expect((at[1] as number) - (at[0] as number)).toBeGreaterThan(1_900);
    expect(second?.age).toBeGreaterThan((first?.age as number) + 1_900);
    expect(third?.age).toBeGreaterThan(second?.age as number);
  });

  test('but what is refused for good is not sent again, and holds up nothing', async () => {
    api.answer = () => ({ status: api.beacons.length > 0 ? 202 : 400 });
    const page = await visit(`${api.url}/card`);
    await eventually(() => api.beacons.length).toBe(1);
    await page.click('#phone');
    await eventually(() => api.clicks).toEqual(['phone']);
    await settled(page);
    expect(
      api.beacons.flatMap((beacon) => beacon.events.filter((event) => event.type === 'view')),
    ).toHaveLength(1);
  });

  test('when a request is never answered: its time-out frees the line', async () => {
    const one = await openBlank();
    await one.page.clock.install();
    api.answer = () => 'hold';
    await one.page.goto(`${api.url}/card`);
    await eventually(() => api.beacons.length).toBe(1);
    api.answer = () => ({ status: 202 });
    await one.page.clock.runFor(31_000);
    await eventually(() => api.count('view')).toBe(1);
    expect(api.stored[0]?.id).toBe(api.beacons[0]?.events[0]?.id);
  });

  test('in a burst: every click once, in requests that the contract takes', async () => {
    api.answer = () => ({ status: 503, retryAfter: '1' });
    const page = await visit(`${api.url}/card?${'é'.repeat(1_500)}`);
    await eventually(() => api.beacons.length).toBe(1);
    await page.evaluate(() => {
      for (let i = 0; i < 120; i += 1) document.getElementById('share')?.click();
    });
    api.answer = () => ({ status: 202 });
    await eventually(() => api.clicks.length).toBe(120);
    for (const beacon of api.beacons) {
      expect(beacon.bytes).toBeLessThanOrEqual(MAX_TRACK_BODY);
      expect(beacon.events.length).toBeLessThanOrEqual(MAX_EVENTS_PER_REQUEST);
    }
    expect(new Set(api.beacons.map((beacon) => beacon.visit)).size).toBe(1);
  });

  test('but what is older than a day is dropped', async () => {
    const one = await openBlank();
    await one.page.clock.install();
    api.answer = () => ({ status: 503 });
    await one.page.goto(`${api.url}/card`);
    await eventually(() => api.beacons.length).toBe(1);
    api.answer = () => ({ status: 202 });
    await one.page.clock.fastForward('25:00:00');
    await one.page.click('#phone');
    await one.page.evaluate(() => dispatchEvent(new Event('online')));
    await eventually(() => api.clicks).toEqual(['phone']);
    expect(api.count('view')).toBe(0);
  });
});

describe('the visitor', () => {
  const wishes = {
    'Do Not Track': () => Object.defineProperty(navigator, 'doNotTrack', { value: '1' }),
    'Do Not Track on the window': () => Object.defineProperty(window, 'doNotTrack', { value: '1' }),
    'Global Privacy Control': () => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
  };
  test.each(Object.entries(wishes))('who asks for %s is not measured at all', async (_name, wish) => {
    const one = await openBlank();
    await one.page.addInitScript(wish);
    await one.page.goto(`${api.url}/card`);
    await one.page.click('#phone');
    await one.page.click('#share');
    await hide(one.page);
    await one.page.close();
    await settled(await visit(`${api.url}/elsewhere`));
    expect(api.requests).toContain('GET /t.js');
    expect(api.beacons).toEqual([]);
  });

  test('keeps nothing on the device, and the page gets no global', async () => {
    const page = await visit(`${api.url}/card`);
    await page.click('#phone');
    await page.click('#share');
    await hide(page);
    await show(page);
    await eventually(() => api.clicks).toEqual(['phone', 'share']);
    const kept = await page.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      name: window.name,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({
      cookie: '',
      local: 0,
      session: 0,
      databases: 0,
      caches: 0,
      name: '',
      workers: 0,
    });
    expect(await page.context().cookies()).toEqual([]);
    const own = new Set(['globalsBefore', 'prevented', 'since', 'visible', 'nothing', 'i', 'type']);
    const added = await page.evaluate<string[]>(
      'Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.includes(name))',
    );
    expect(added.filter((name) => !own.has(name))).toEqual([]);
  });

  test('never sees it fail', async () => {
    const one = await openBlank();
    await one.page.addInitScript(() => {
      const broken = () => {
        throw new Error('broken by the page');
      };
      window.fetch = broken;
      navigator.sendBeacon = broken;
    });
    await one.page.goto(`${api.url}/elsewhere`);
    await one.page.setContent(card());
    await one.page.click('#share');
    await hide(one.page);
    await show(one.page);
    await one.page.click('#website');
    await one.page.waitForURL('**/elsewhere');
    // The one exception is the page's own, from its module script.
    expect(one.problems.filter((problem) => !problem.includes('broken by the page'))).toEqual([]);
    expect(one.problems.length).toBeLessThanOrEqual(1);
  });
});

describe("another site's page", () => {
  test('is measured for the card that it names, without a preflight', async () => {
    const one = await openBlank();
    await one.page.goto(`${site.url}/card?utm=1`);
    await one.page.click('#phone');
    await eventually(() => api.clicks).toEqual(['phone']);
    await one.close();
    await eventually(() => api.engaged()).toBeGreaterThan(0);
    expect(api.stored[0]).toMatchObject({ type: 'view', url: `${site.url}/card?utm=1`, referrer: '' });
    for (const { headers } of api.beacons) {
      expect(headers).toMatchObject({
        origin: site.url,
        'content-type': expect.stringMatching(/^text\/plain/),
      });
      expect(headers.cookie).toBeUndefined();
    }
    expect(api.requests).not.toContain('OPTIONS /api/track');
    expect(site.beacons).toEqual([]);
    expect(one.problems).toEqual([]);
  });
});

function targetOf(event: TrackEvent): string | undefined {
  return event.type === 'click' ? event.target : undefined;
}
