/// <reference lib="webworker" />
/**
 * Keeps the dashboard's first page on the device, so that it opens without a network and says so. Figures are never kept. A new version
 * waits until every page of the old one is closed: a page finds the files that it was built with.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

/** Written in by the build (`first-page.ts`): what the first page needs, each with what tells its versions apart. */
declare const FIRST_PAGE: { url: string; revision: string | null }[];

precacheAndRoute(FIRST_PAGE);
cleanupOutdatedCaches();
// Whatever is below these is not the dashboard's, as the server has it too.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/'), {
    denylist: [/^\/(?:api|c|r|health|metrics|assets)(?:\/|$)/, /\.\w+$/],
  }),
);
// The other screens' files are kept once they were needed; their names carry a hash of their content.
registerRoute(({ url }) => url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: 'assets' }));
