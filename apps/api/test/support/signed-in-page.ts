/// <reference lib="dom" />
import type { RunningApp } from './app.js';
import { type OpenedPage, openPage, type OpenOptions } from './browser.js';
import { type GivenAccount, PASSWORD } from './given.js';

let addresses = 0;

/** A page of the dashboard at an address, with its owner signed in and nothing loading any more. */
export async function openSignedIn(
  { url }: RunningApp,
  owner: GivenAccount,
  path: string,
  { context, ...options }: OpenOptions = {},
): Promise<OpenedPage> {
  const opened = await openPage({
    ...options,
    context: {
      reducedMotion: 'reduce',
      // Of its own: an address may sign in so often only.
      extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${(addresses += 1)}` },
      ...context,
    },
  });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await page.goto(url + path);
  await page.locator('input[name="email"]').fill(owner.email);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(url + path);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return opened;
}
