/// <reference lib="webworker" />
/**
 * Keeps the dashboard's first page on the device, so that it opens without a network and says so. Figures are never kept. A new version
 * waits until every page of the old one is closed: a page finds the files that it was built with.
 * Shows alerts, and opens what they are about. It imports nothing that pages import too: it must stay one file.
 */
import type { NewPushSubscription, PushKey, PushPayload } from '@num-ecard/contracts/push';
import { SERVER_PATHS } from '@num-ecard/contracts/server-paths';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

/** Written in by the build (`first-page.ts`): what the first page needs, each with what tells its versions apart. */
declare const FIRST_PAGE: { url: string; revision: string | null }[];

const worker = self as unknown as ServiceWorkerGlobalScope;
/** What is not the dashboard's: the server's own, and files. */
const ELSEWHERE = [SERVER_PATHS, /\.\w+$/];

precacheAndRoute(FIRST_PAGE);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { denylist: ELSEWHERE }));
// The other screens' files are kept once they were needed; their names carry a hash of their content.
registerRoute(({ url }) => url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: 'assets' }));

worker.addEventListener('push', (event) => {
  const { title, body, locale, path, tag } = read(event.data);
  const shown = worker.registration.showNotification(title, {
    ...(body === undefined ? {} : { body }),
    lang: locale,
    // An alert that comes again takes the place of the first, and newer counts that of older ones.
    tag: tag ?? path,
    data: path,
    icon: '/icons/icon-192.png',
  });
  event.waitUntil(shown);
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});

// The browser or its push service has put another subscription in the place of the first.
worker.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event));
});

type Shown = Omit<PushPayload, 'kind'>;

/** A browser that shows nothing of an alert says so itself, and takes the permission away: something is always shown. */
function read(data: PushMessageData | null): Shown {
  try {
    if (data !== null) return data.json() as Shown;
  } catch {
    // Not one of ours.
  }
  return { title: 'NUM-ECARD', locale: 'fr', path: '/' };
}

/** In the window of the dashboard that was used last, without loading it anew; else in a new one. */
async function open(path: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = windows.find(({ url }) => ELSEWHERE.every((place) => !place.test(new URL(url).pathname)));
  if (own === undefined) {
    await worker.clients.openWindow(path);
    return;
  }
  // A browser that will not bring it to the front has it there still.
  const client = await own.focus().catch(() => own);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- only pages of its own origin are its clients
  client.postMessage({ open: path });
}

async function renew({ oldSubscription, newSubscription }: PushSubscriptionChangeEvent): Promise<void> {
  const address = '/api/settings/push-';
  const { key } = (await (await fetch(`${address}key`)).json()) as PushKey;
  const subscription =
    newSubscription ??
    (await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  const { endpoint, keys } = subscription.toJSON() as NewPushSubscription;
  const body: NewPushSubscription = {
    endpoint,
    keys,
    ...(oldSubscription ? { replaces: oldSubscription.endpoint } : {}),
  };
  await fetch(`${address}subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
