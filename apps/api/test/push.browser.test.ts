/// <reference lib="dom" />
/**
 * Alerts in a real Chromium. The headless one has no push service behind it and no desk to show anything on: stood in for are
 * `PushManager`, `Notification.permission` (always `denied` there) and, in the worker, what is shown. All else is real: the
 * server sends what it has to a push service, and the test hands what came there to the worker as the browser would.
 */
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { PushNotices } from '../src/notifications/push/push-notices.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenOptions, type OpenedPage, openPage } from './support/browser.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { pageFaults } from './support/page-faults.js';
import { PushBrowser, type PushEndpoint, startPushEndpoint } from './support/push-endpoint.js';
import { signInTo } from './support/signed-in-page.js';

const WORDS = {
  fr: {
    section: 'Alertes sur mes appareils',
    here: 'Recevoir les alertes sur cet appareil',
    started: 'Cet appareil recevra les alertes',
    stopped: "L'appareil ne recevra plus d'alertes",
    thisDevice: 'Cet appareil',
    remove: /^Retirer Chrome sur Android \(depuis le .+\)$/,
    blocked: 'Les notifications sont bloquées pour ce site.',
    homeScreen: "ajoutez d'abord le tableau de bord à l'écran d'accueil",
    unsupported: "Ce navigateur ne reçoit pas d'alertes.",
    unreachable: "Ce navigateur n'a pas pu joindre son service d'alertes.",
    title: 'Nouvelle recommandation',
  },
  en: {
    section: 'Alerts on my devices',
    here: 'Get alerts on this device',
    started: 'This device will get alerts',
    stopped: 'The device will get no more alerts',
    thisDevice: 'This device',
    remove: /^Remove Chrome on Linux \(since .+\)$/,
    blocked: 'Notifications are blocked for this site.',
    homeScreen: 'first add the dashboard to the home screen',
    unsupported: 'This browser gets no alerts.',
    unreachable: 'This browser could not reach its alert service.',
    title: 'New referral',
  },
} as const;

let running: RunningApp;
let service: PushEndpoint;

beforeAll(async () => {
  running = await startApp();
  service = await startPushEndpoint(running);
});

/** What its owner has answered. */
async function setPermission(context: BrowserContext, permission: 'granted' | 'denied'): Promise<void> {
  if (permission === 'granted') await context.grantPermissions(['notifications'], { origin: running.url });
  await context.addInitScript((answer) => {
    Object.defineProperty(Notification, 'permission', { get: () => answer });
  }, permission);
}

/** Stands in for the browser's push service; `null` for one that cannot be reached. */
async function giveSubscription(context: BrowserContext, browser: PushBrowser | null): Promise<void> {
  await context.addInitScript((subscription) => {
    if (!('PushManager' in window)) return;
    const KEPT = 'test-subscription';
    const asSubscription = (applicationServerKey: string) => ({
      endpoint: subscription?.endpoint,
      options: {
        applicationServerKey: Uint8Array.from(
          atob(applicationServerKey.replaceAll('-', '+').replaceAll('_', '/')),
          (letter) => letter.charCodeAt(0),
        ).buffer,
      },
      toJSON: () => ({ ...subscription, expirationTime: null }),
      unsubscribe: () => {
        localStorage.removeItem(KEPT);
        return Promise.resolve(true);
      },
    });
    Object.assign(PushManager.prototype, {
      getSubscription: () => {
        const key = localStorage.getItem(KEPT);
        return Promise.resolve(key === null ? null : asSubscription(key));
      },
      subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
        if (subscription === null)
          return Promise.reject(new DOMException('push service error', 'AbortError'));
        localStorage.setItem(KEPT, applicationServerKey);
        return Promise.resolve(asSubscription(applicationServerKey));
      },
    });
  }, browser?.subscription ?? null);
}

interface Wanted extends OpenOptions {
  permission?: 'granted' | 'denied';
  browser?: PushBrowser | null;
  prepare?: (context: BrowserContext) => Promise<unknown>;
}

async function openSettings(owner: GivenAccount, wanted: Wanted = {}): Promise<OpenedPage> {
  const { permission = 'granted', browser = null, prepare, context, ...options } = wanted;
  const more = { serviceWorkers: 'allow', reducedMotion: 'reduce', ...context } as const;
  const opened = await openPage({ ...options, context: more });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await setPermission(opened.context, permission);
  await giveSubscription(opened.context, browser);
  await prepare?.(opened.context);
  await signInTo(running, opened.context, owner.email);
  await page.goto(`${running.url}/settings`);
  return opened;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function notify(accountId: string, path: string): Promise<void> {
  const notices = running.app.get(PushNotices);
  await running.dataSource.transaction((manager) =>
    notices.notify(manager, accountId, { kind: 'recommendation', path }),
  );
}

/** Hands an alert to the page's service worker as the browser does when its push service has one. */
async function deliverPush(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations;
      if (found !== undefined) resolve(found.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: running.url,
    registrationId: await registered,
    data,
  });
  await session.detach();
}

interface Keeping {
  shown: object[];
  /** As a person does. */
  press(): void;
}

/** Runs in the worker: keeps what would be shown. */
function keepWhatIsShown(): void {
  const scope = self as unknown as Keeping & { registration: ServiceWorkerRegistration };
  scope.shown = [];
  scope.press = () => {
    const [data] = scope.shown;
    const notification = { ...data, close: () => void scope.shown.pop() };
    self.dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil: () => {} }));
  };
  scope.registration.showNotification = (title, options) => {
    scope.shown.push({ title, ...options });
    return Promise.resolve();
  };
}

describe.each([
  { size: 'phone', locale: 'fr' },
  { size: 'desktop', locale: 'en' },
] as const)('at $size size, in $locale', ({ size, locale }) => {
  const words = WORDS[locale];
  const shape = { size, locale: locale === 'fr' ? 'fr-FR' : 'en-GB' } as const;

  test('one switch has this device alerted, and the alert opens what it is about in the open tab', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const browser = new PushBrowser(service);
    const { page, problems, close } = await openSettings(owner, { ...shape, browser });
    const alerts = section(page, words.section);
    const here = alerts.getByRole('switch', { name: words.here });
    await here.press('Space');
    await alerts.getByText(words.started).waitFor();
    expect(await here.isChecked()).toBe(true);
    const device = alerts.getByRole('listitem');
    expect(await device.count()).toBe(1);
    await device.getByText(words.thisDevice, { exact: true }).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);

    const path = `/referrals/prospects/${randomUUID()}`;
    await notify(owner.id, path);
    const [push] = await service.pushesFor(browser, 1);
    if (push === undefined) throw new Error('no alert came');
    // A tab that is loaded anew knows its device still.
    await page.reload();
    await alerts.getByText(words.thisDevice, { exact: true }).waitFor();
    const [worker] = page.context().serviceWorkers();
    if (worker === undefined) throw new Error('there is no worker');
    await worker.evaluate(keepWhatIsShown);
    await deliverPush(page, JSON.stringify(browser.read(push)));
    const shown = () => worker.evaluate(() => (self as unknown as Keeping).shown);
    const alert = { title: words.title, lang: locale, tag: path, data: path, icon: '/icons/icon-192.png' };
    await expect.poll(shown, { timeout: 20_000 }).toEqual([alert]);

    await worker.evaluate(() => (self as unknown as Keeping).press());
    await page.waitForURL(running.url + path);
    expect(await shown()).toEqual([]);
    // No browser takes the permission away for one that could not be read: something is shown.
    await deliverPush(page, 'not one of ours');
    await expect.poll(shown, { timeout: 20_000 }).toMatchObject([{ title: 'NUM-ECARD', data: '/' }]);
    expect(problems).toEqual([]);
    await close();
  });

  test('a device is removed by the switch, and another by its button', async () => {
    const owner = await givenAccount(running, { plan: 'multi-cartes', locale });
    const elsewhere = await owner.signIn();
    const { subscription } = new PushBrowser(service);
    await elsewhere.post('/api/settings/push-subscriptions', { ...subscription });
    const browser = new PushBrowser(service);
    const { page, problems, close } = await openSettings(owner, { ...shape, browser });
    const alerts = section(page, words.section);
    const here = alerts.getByRole('switch', { name: words.here });
    expect(await here.isChecked()).toBe(false);
    await here.press('Space');
    await alerts.getByText(words.started).waitFor();
    await alerts.getByRole('button', { name: /Safari/ }).click();
    await alerts.getByText(words.stopped).waitFor();
    expect(await here.isChecked()).toBe(true);
    await alerts.getByRole('button', { name: words.remove }).waitFor();
    await here.press('Space');
    await expect.poll(() => alerts.getByRole('listitem').count()).toBe(0);
    expect(await here.isChecked()).toBe(false);
    expect((await elsewhere.get('/api/settings/push-subscriptions')).body.subscriptions).toEqual([]);
    // The browser has forgotten it as well.
    expect(await page.evaluate(() => localStorage.getItem('test-subscription'))).toBeNull();
    expect(problems).toEqual([]);
    await close();
  });

  const noPush = (context: BrowserContext) =>
    context.addInitScript(() => void Reflect.deleteProperty(window, 'PushManager'));
  const IPHONE =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

  test.each<{ state: string; wanted: Wanted; says: string }>([
    { state: 'has refused', wanted: { permission: 'denied' }, says: words.blocked },
    { state: 'has no push', wanted: { prepare: noPush }, says: words.unsupported },
    {
      state: 'is an iPhone outside the home screen',
      wanted: { prepare: noPush, context: { userAgent: IPHONE } },
      says: words.homeScreen,
    },
  ])('a browser that $state is told what to do', async ({ wanted, says }) => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const { page, close } = await openSettings(owner, { ...shape, ...wanted });
    const alerts = section(page, words.section);
    await alerts.getByText(says).waitFor();
    const here = alerts.getByRole('switch', { name: words.here });
    expect([await here.isDisabled(), await here.isChecked()]).toEqual([true, false]);
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await close();
  });

  test('whose push service cannot be reached says so, and can be tried again', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const { page, close } = await openSettings(owner, shape);
    const alerts = section(page, words.section);
    const here = alerts.getByRole('switch', { name: words.here });
    await here.press('Space');
    await alerts.getByRole('alert').getByText(words.unreachable).waitFor();
    expect([await here.isEnabled(), await here.isChecked()]).toEqual([true, false]);
    await close();
  });
});

test('where the model has nothing to alert to there is no such part', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const { page, close } = await openSettings(owner);
  await page.getByRole('heading', { level: 1, name: 'Réglages' }).waitFor();
  await section(page, 'Notifications').waitFor();
  expect(await section(page, WORDS.fr.section).count()).toBe(0);
  await close();
});

test('signing out ends the alerts of the device', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const { page, close } = await openSettings(owner, { browser: new PushBrowser(service) });
  const alerts = section(page, WORDS.fr.section);
  await alerts.getByRole('switch', { name: WORDS.fr.here }).press('Space');
  await alerts.getByText(WORDS.fr.started).waitFor();
  await page.getByRole('button', { name: 'Mon compte' }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await page.locator('input[name="password"]').waitFor();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('test-subscription'))).toBeNull();
  await close();
});

test('an endpoint that the push service changes is told to the server, by the worker alone', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const [browser, renewed] = [new PushBrowser(service), new PushBrowser(service)];
  const { page, close } = await openSettings(owner, { browser });
  const alerts = section(page, WORDS.fr.section);
  await alerts.getByRole('switch', { name: WORDS.fr.here }).press('Space');
  await alerts.getByText(WORDS.fr.started).waitFor();
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(
    ([oldSubscription, newSubscription]) =>
      new Promise((resolve) => {
        const change = {
          oldSubscription,
          newSubscription: { toJSON: () => ({ ...newSubscription, expirationTime: null }) },
          waitUntil: resolve,
        };
        self.dispatchEvent(Object.assign(new Event('pushsubscriptionchange'), change));
      }),
    [browser.subscription, renewed.subscription] as const,
  );
  await notify(owner.id, '/referrals');
  const [push] = await service.pushesFor(renewed, 1);
  expect(push && renewed.read(push).title).toBe(WORDS.fr.title);
  const { body } = await (await owner.signIn()).get('/api/settings/push-subscriptions');
  expect(body.subscriptions).toMatchObject([{ digest: renewed.digest }]);
  await close();
});
