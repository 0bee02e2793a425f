/// <reference lib="dom" />
/** A real Chromium for browser tests. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { afterFile } from './after-file.js';
import { findChromium } from './find-chromium.js';

type ScreenSize = 'phone' | 'desktop';

export interface OpenOptions {
  /** `phone` (the default): 360 × 740 with touch. `desktop`: 1440 × 900. */
  size?: ScreenSize;
  /** A BCP 47 tag such as `fr-FR`, the default, or `en-GB`; it is also what `Accept-Language` carries. */
  locale?: string;
  /** Anything else of a browser context: `javaScriptEnabled`, `colorScheme`, `permissions`… */
  context?: BrowserContextOptions;
}

export interface OpenedPage {
  page: Page;
  /** The page's own: nothing is shared with another opened page. */
  context: BrowserContext;
  /** Console errors and uncaught exceptions so far, of every page of the context; empty is what a test wants. */
  problems: string[];
  /** Closes its pages as a person closes tabs: `pagehide` runs, and what is sent there still goes out. */
  readonly close: () => Promise<void>;
}

let launched: Promise<Browser> | undefined;

/** The browser of all test files of this process, started at its first use; it ends with the process. */
export function launchBrowser(): Promise<Browser> {
  launched ??= findChromium().then(({ executablePath, env }) =>
    chromium.launch({
      executablePath,
      // Without a UTF-8 locale a file name with an accent becomes "download".
      env: { ...definedEnvironment(), LC_ALL: 'C.UTF-8', ...env },
      // The sandbox refuses to start as root and in most containers.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      // Playwright turns the back-forward cache off; visitors have it on.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    }),
  );
  return launched;
}

/** A blank page in a context of its own. */
export async function openPage(options: OpenOptions = {}): Promise<OpenedPage> {
  const { size = 'phone', locale = 'fr-FR', context: more } = options;
  const browser = await launchBrowser();
  const phone = size === 'phone';
  const context = await browser.newContext({
    viewport: phone ? { width: 360, height: 740 } : { width: 1440, height: 900 },
    isMobile: phone,
    hasTouch: phone,
    // The headless user agent says so, and would be counted as a bot.
    userAgent: userAgent(phone, browser.version()),
    locale,
    timezoneId: 'Europe/Paris',
    // What it answers would be seen by no route of a test's.
    serviceWorkers: 'block',
    ...more,
  });
  afterFile(() => context.close());
  if (!(await isHeadlessBuild(browser))) await context.addInitScript(muteForeignLinks);
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`exception: ${String(error.error())}`));
  // The context itself ends with the file: to end it now would also end what its pages sent on their way out.
  const close = async () => {
    await Promise.all(context.pages().map((page) => page.close()));
  };
  return { page: await context.newPage(), context, problems, close };
}

/**
 * Takes the page out of sight as a locked phone or another window does: its window is minimised, so that
 * `document.visibilityState` becomes `hidden` and `visibilitychange` fires, in the page's own time. A blank page may be
 * hidden before it goes to an address: that is a tab opened in the background.
 */
export async function hide(page: Page): Promise<void> {
  await emulateFocus(page, false);
  await setWindow(page, 'minimized');
  await page.waitForFunction(() => document.visibilityState === 'hidden', undefined, { polling: 20 });
}

/** Brings a hidden page back into sight. */
export async function show(page: Page): Promise<void> {
  await setWindow(page, 'normal');
  await page.waitForFunction(() => document.visibilityState === 'visible', undefined, { polling: 20 });
  await emulateFocus(page, true);
}

/**
 * Opens an address in a window that no test tool is attached to, until the returned function closes it: Chromium
 * prerenders nothing for a page that is being inspected. What happens in it is seen by the server only.
 */
export async function openUnwatched(url: string): Promise<() => Promise<void>> {
  const session = await (await launchBrowser()).newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  await session.send('Target.createTarget', { browserContextId, url });
  return async () => {
    await session.send('Target.disposeBrowserContext', { browserContextId });
    await session.detach();
  };
}

/**
 * Leaves the page for another address and comes back through the back-forward cache: the page goes on where it was,
 * with `pageshow` and `persisted`. The packaged Chromium is built without that cache; there the page stays, and gets
 * the events in the order in which a Chromium with the cache was seen to send them.
 */
export async function leaveAndComeBack(page: Page, elsewhere: string): Promise<void> {
  if (!(await isHeadlessBuild(await launchBrowser()))) {
    await page.evaluate(() => Object.assign(window, { wasHereBefore: true }));
    await page.goto(elsewhere);
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction(() => document.visibilityState === 'visible');
    if (!(await page.evaluate(() => 'wasHereBefore' in window))) {
      throw new Error('the page was loaded again instead of coming from the back-forward cache');
    }
    return;
  }
  const transition = (name: string) =>
    page.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), name);
  await transition('pagehide');
  await hide(page);
  await show(page);
  await transition('pageshow');
}

async function setWindow(page: Page, windowState: 'minimized' | 'normal'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  } finally {
    await session.detach();
  }
}

/**
 * Playwright emulates focus on every page, which also keeps it visible whatever happens to its window. The emulation is
 * a matter of the session that asked for it, and that session has no public door: this goes through the back one and
 * says so when a new version of Playwright has moved it.
 */
async function emulateFocus(page: Page, enabled: boolean): Promise<void> {
  type Inside = {
    _connection?: {
      toImpl?(page: Page): { delegate?: { _mainFrameSession?: { _client?: Pick<CDPSession, 'send'> } } };
    };
  };
  const session = (page as unknown as Inside)._connection?.toImpl?.(page).delegate?._mainFrameSession
    ?._client;
  if (!session)
    throw new Error("Playwright's own session of a page is no longer where hide() and show() look");
  await session.send('Emulation.setFocusEmulationEnabled', { enabled });
}

/** Whether it is the small build for headless use only, without back-forward cache and dialogs. */
async function isHeadlessBuild(browser: Browser): Promise<boolean> {
  const session = await browser.newBrowserCDPSession();
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return product.startsWith('HeadlessChrome/');
}

/**
 * Runs in the page. A full Chromium asks which application shall open a `tel:` link, in a dialog that nobody here can
 * answer and that swallows every later click. So such a link is none for the moment after its click: the event itself
 * is left as it is.
 */
function muteForeignLinks(): void {
  addEventListener('click', (event) => {
    for (const node of event.composedPath()) {
      if (!(node instanceof HTMLAnchorElement) || !/^(?:tel|sms|mailto|whatsapp):/.test(node.href)) continue;
      const { href } = node;
      node.removeAttribute('href');
      setTimeout(() => node.setAttribute('href', href), 0);
    }
  });
}

function userAgent(phone: boolean, version: string): string {
  const system = phone ? 'Linux; Android 10; K' : 'X11; Linux x86_64';
  const chrome = `Chrome/${version.split('.')[0]}.0.0.0${phone ? ' Mobile' : ''}`;
  return `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome} Safari/537.36`;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
