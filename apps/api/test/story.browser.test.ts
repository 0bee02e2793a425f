/// <reference lib="dom" />
/**
 * The main job, from the QR code to the owner's screen, in a real Chromium, with the tracker and the dashboard
 * as they are built.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { freePort } from './support/free-port.js';
import { hide, openPage, show } from './support/browser.js';
import { freshDatabase } from './support/database.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { readQr } from './support/read-qr.js';

const PROFILE = {
  name: 'Patrice Durand',
  phones: [{ kind: 'mobile', number: '+33639980142' }],
  email: 'patrice@durand-habitat.example',
} as const;

const given = (running: RunningApp): Promise<GivenAccount> =>
  givenAccount(running, { plan: 'force-de-vente', profile: { ...PROFILE, phones: [...PROFILE.phones] } });

/** The address in the QR code that the owner prints, read from its pixels. */
async function scan(running: RunningApp, slug: string): Promise<string> {
  const response = await fetch(`${running.url}/c/${slug}/qr.png`);
  return readQr(Buffer.from(await response.arrayBuffer()))?.data ?? '';
}

interface StoredEvent {
  readonly type: string;
  readonly target: string | null;
  readonly source: string | null;
  readonly engaged_ms: number | null;
  readonly referrer_host: string | null;
  readonly visit_id: string;
}

function eventsOf(running: RunningApp, { id }: GivenAccount): Promise<StoredEvent[]> {
  return running.dataSource.query<StoredEvent[]>(
    'SELECT type, target, source, engaged_ms, referrer_host, visit_id FROM tracking_events WHERE account_id = $1 ORDER BY occurred_at',
    [id],
  );
}

/** The owner's dashboard, signed in by hand. */
async function openDashboard(running: RunningApp, { email }: GivenAccount) {
  const opened = await openPage({ size: 'desktop' });
  await opened.page.goto(running.url);
  await opened.page.getByLabel('E-mail').fill(email);
  await opened.page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await opened.page.getByRole('button', { name: 'Se connecter' }).click();
  return opened;
}

/** What the dashboard says, on one line. */
async function words(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
}

/** Waits for it without touching the page. */
async function untilItSays(page: Page, sentence: RegExp, milliseconds: number): Promise<void> {
  const start = performance.now();
  while (!sentence.test(await words(page))) {
    if (performance.now() - start > milliseconds) {
      throw new Error(`after ${milliseconds} ms the dashboard still says: ${await words(page)}`);
    }
    await pause(30);
  }
}

/** The least and the most, in milliseconds, that the page can have been in sight. */
type InSight = readonly [least: number, most: number];

/**
 * Opens an address and stays for about 3 s in sight with two presses, 5 s out of sight and 2 s in sight again;
 * then the tab is closed. A busy machine takes its time to hide, show and close: what really passed is measured.
 */
async function visit(
  page: Page,
  address: string,
  during: { before?: () => Promise<void>; after?: () => Promise<void> },
): Promise<InSight> {
  const asked = performance.now();
  await page.goto(address);
  const opened = performance.now();
  await during.before?.();
  await page.locator('[data-track="phone"]').first().click();
  await page.locator('[data-track="email"]').first().click();
  const after = during.after?.();
  await pause(Math.max(0, 3_000 - (performance.now() - opened)));
  const hiding = performance.now();
  await hide(page);
  const hidden = performance.now();
  await pause(5_000);
  const showing = performance.now();
  await show(page);
  const shown = performance.now();
  await pause(2_000);
  await after;
  const closing = performance.now();
  await page.close();
  return [hiding - opened + closing - shown, hidden - asked + performance.now() - showing];
}

/** How far engaged time may be from the time in sight, in milliseconds. */
const TOLERANCE = 700;

const engagedOf = (events: readonly StoredEvent[]): number =>
  Math.max(...events.map(({ engaged_ms }) => engaged_ms ?? 0));

/** What is stored, once the last beacon has arrived: the one that tells all of the time in sight. */
async function allOf(running: RunningApp, owner: GivenAccount, [least]: InSight): Promise<StoredEvent[]> {
  for (let attempt = 0; ; attempt += 1) {
    const events = await eventsOf(running, owner);
    if (engagedOf(events) > least - TOLERANCE || attempt === 100) return events;
    await pause(100);
  }
}

async function expectTheVisit(
  running: RunningApp,
  owner: GivenAccount,
  source: string,
  inSight: InSight,
): Promise<void> {
  const events = await allOf(running, owner, inSight);
  expect(new Set(events.map(({ visit_id }) => visit_id))).toHaveLength(1);
  expect(events.filter(({ type }) => type === 'view')).toMatchObject([{ source }]);
  expect(events.filter(({ type }) => type === 'click').map(({ target }) => target)).toEqual([
    'phone',
    'email',
  ]);
  const [least, most] = inSight;
  expect(engagedOf(events)).toBeGreaterThan(least - TOLERANCE);
  expect(engagedOf(events)).toBeLessThan(most + TOLERANCE);
}

describe.concurrent('a scan, two presses, 3 s in sight, 5 s out of it, 2 s in sight, and the tab is closed', () => {
  let running: RunningApp;
  let site: { url: string; close: () => void };

  beforeAll(async () => {
    running = await startApp();
    site = await startSite(running);
  });
  afterAll(() => site.close());

  test('on the card: the dashboard shows each press within two seconds, without reloading', async () => {
    const owner = await given(running);
    const dashboard = await openDashboard(running, owner);
    await dashboard.page.getByRole('img', { name: /QR/ }).waitFor();
    const visitor = await openPage();
    const inSight = await visit(visitor.page, await scan(running, owner.slugs[0] as string), {
      before: () => untilItSays(dashboard.page, /1 visite aujourd['’]hui/, 2_000),
      after: () =>
        untilItSays(
          dashboard.page,
          /1 visite aujourd['’]hui.*1 clic sur mon numéro de téléphone.*1 clic sur mon e-mail/,
          2_000,
        ),
    });
    await expectTheVisit(running, owner, 'qr', inSight);
    expect(visitor.problems).toEqual([]);
    expect(dashboard.problems).toEqual([]);
    await dashboard.close();
  });

  test('on somebody else’s page, at another origin', async () => {
    const owner = await given(running);
    const visitor = await openPage();
    const inSight = await visit(visitor.page, `${site.url}/?card=${owner.slugs[0]}&s=nfc`, {});
    await expectTheVisit(running, owner, 'nfc', inSight);
    expect(visitor.problems).toEqual([]);
  });
});

describe.concurrent('the same with the API down for 3 s meanwhile', () => {
  test.each(['on the card', 'on somebody else’s page'])('%s nothing is lost', async (where) => {
    const settings = { PORT: String(await freePort()) };
    const databaseUrl = await freshDatabase();
    let running = await startApp(settings, databaseUrl);
    const owner = await given(running);
    const site = await startSite(running);
    const slug = owner.slugs[0] as string;
    const visitor = await openPage();
    const address = where === 'on the card' ? await scan(running, slug) : `${site.url}/?card=${slug}&s=qr`;
    const inSight = await visit(visitor.page, address, {
      before: async () => {
        void running.close();
        await untilNobodyAnswers(running.url);
      },
      after: async () => {
        await pause(3_000);
        await running.close();
        running = await startApp(settings, databaseUrl);
      },
    });
    await expectTheVisit(running, owner, 'qr', inSight);
    site.close();
  });
});

async function untilNobodyAnswers(url: string): Promise<void> {
  const answers = (): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );
  while (await answers()) await pause(10);
}

/** A page of somebody else's that carries the tracker and a few marked links. */
async function startSite(running: RunningApp): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const card = new URL(request.url ?? '/', 'http://site.test').searchParams.get('card') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Ailleurs</title>
      <a href="tel:+33639980142" data-track="phone">Téléphone</a>
      <a href="mailto:patrice@durand-habitat.example" data-track="email">E-mail</a>
      <script defer src="${running.url}/t.js" data-card="${encodeURIComponent(card)}"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
