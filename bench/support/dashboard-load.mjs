import { gzipSync } from 'node:zlib';
import { MOBILE_NETWORK, openOwnersPage, recorded } from './dashboard-browser.mjs';
import { median } from './median.mjs';

/** Milliseconds to a first page that can be used, with a processor a quarter as fast and the network of this machine. */
export const LOAD_BOUND_MS = 2_000;
const SLOWDOWN = 4;
/** Milliseconds without a request and without a long task: nothing more is to come. */
const QUIET_MS = 1_500;

const SITUATIONS = [
  { name: 'this machine', slowdown: 1 },
  { name: 'processor a quarter as fast', slowdown: SLOWDOWN, bounded: true },
  { name: 'the same, over 4G', slowdown: SLOWDOWN, network: MOBILE_NETWORK },
];

/** Runs in the page: when the figures were painted. */
function watchFigures() {
  const watcher = new MutationObserver(() => {
    if (document.querySelector('main [class*="_figure_"]') === null) return;
    watcher.disconnect();
    // The first frame that shows them has begun when the second does.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => Object.assign(globalThis, { benchFigures: performance.now() })),
    );
  });
  watcher.observe(document, { childList: true, subtree: true });
}

async function load(browser, { url, cookie, slowdown, network }) {
  const { page, close } = await openOwnersPage(browser, { url, cookie, size: 'phone', slowdown, network });
  try {
    await page.addInitScript(watchFigures);
    const bodies = [];
    let requests = 0;
    let last = performance.now();
    page.on('request', () => {
      requests += 1;
      last = performance.now();
    });
    page.on('requestfinished', (request) => {
      last = performance.now();
      if (request.resourceType() === 'script')
        bodies.push(request.response().then((response) => response.body()));
    });
    await page.goto(url);
    await page.waitForFunction(() => globalThis.benchFigures !== undefined);
    while (performance.now() - last < QUIET_MS) await page.waitForTimeout(100);
    const { tasks, largestPaint } = await recorded(page);
    const figures = await page.evaluate(() => globalThis.benchFigures);
    const scripts = await Promise.all(bodies);
    return {
      requests,
      kibibytes: scripts.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024,
      figures,
      largestPaint,
      // Not before the last long task is over, though it began after the figures: until then nothing pressed is answered.
      usable: Math.max(figures, largestPaint, ...tasks.map(({ to }) => to)),
      longest: Math.max(0, ...tasks.map(({ from, to }) => to - from)),
    };
  } finally {
    await close();
  }
}

/**
 * First loads of the overview, each with nothing kept from before.
 * @param {{name: string, cookie: string}[]} owners
 * @returns {Promise<object[]>} an owner and a situation each, with the medians
 */
export async function measureLoads(browser, url, owners, loads) {
  const measured = [];
  for (const { name, cookie } of owners) {
    for (const { name: situation, bounded = false, ...how } of SITUATIONS) {
      const taken = [];
      for (let turn = 0; turn < loads; turn += 1) taken.push(await load(browser, { url, cookie, ...how }));
      const of = (figure) => median(taken.map((each) => each[figure]));
      const usable = of('usable');
      measured.push({
        name,
        situation,
        requests: of('requests'),
        kibibytes: of('kibibytes'),
        largestPaint: of('largestPaint'),
        figures: of('figures'),
        usable,
        slowest: Math.max(...taken.map((each) => each.usable)),
        longest: of('longest'),
        missed: bounded && usable > LOAD_BOUND_MS,
      });
    }
  }
  return measured;
}
