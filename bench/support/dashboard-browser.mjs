import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';

const FINDER = fileURLToPath(new URL('../../apps/api/test/support/find-chromium.ts', import.meta.url));

/** CSS pixels. */
const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};

/** Bytes a second and milliseconds, as WebPageTest's "4G" has them: 9 Mbit/s each way, 170 ms there and back. */
export const MOBILE_NETWORK = {
  offline: false,
  downloadThroughput: 9e6 / 8,
  uploadThroughput: 9e6 / 8,
  latency: 170,
};

/** The Chromium that the tests run in. */
export async function launchChromium() {
  const { module } = await runnerImport(FINDER, { configFile: false, logLevel: 'error' });
  const { executablePath, env } = await module.findChromium();
  const { PATH, HOME, TMPDIR } = process.env;
  return chromium.launch({
    executablePath,
    env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), LC_ALL: 'C.UTF-8', ...env },
    // The sandbox refuses to start as root and in most containers.
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Runs in the page, before its own code: what the browser tells of its work is kept for `recorded`. */
function record() {
  const kept = { tasks: [], events: [], largestPaint: 0 };
  Object.assign(globalThis, { benchKept: kept });
  const observe = (options, keep) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({
      buffered: true,
      ...options,
    });
  observe({ type: 'longtask' }, ({ startTime, duration }) =>
    kept.tasks.push({ from: startTime, to: startTime + duration }),
  );
  observe({ type: 'largest-contentful-paint' }, ({ startTime }) => (kept.largestPaint = startTime));
  // 16 is the least that the browser tells.
  observe({ type: 'event', durationThreshold: 16 }, ({ interactionId, startTime, duration }) => {
    if (interactionId !== 0) kept.events.push({ id: interactionId, from: startTime, ms: duration });
  });
}

/**
 * A page of its own in a browser that keeps nothing, of an owner who is signed in.
 * @param {import('playwright-core').Browser} browser
 * @param {{url: string, cookie: string, size: 'phone' | 'desktop', slowdown: number, network?: object}} wanted
 *   slowdown: how many times as slow as this machine's the page's processor is
 */
export async function openOwnersPage(browser, { url, cookie, size, slowdown, network }) {
  const context = await browser.newContext({
    ...SIZES[size],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // It fetches ahead once the first page is there, beside what is measured.
    serviceWorkers: 'block',
  });
  const cookies = cookie.split('; ').map((pair) => {
    const [name, ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  await context.addCookies(cookies);
  await context.addInitScript(record);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (network !== undefined) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
  }
  return { page, session, close: () => context.close() };
}

/** What the page's browser has told so far: long tasks (50 ms and more), events of interactions, the largest paint. */
export const recorded = (page) => page.evaluate(() => globalThis.benchKept);
