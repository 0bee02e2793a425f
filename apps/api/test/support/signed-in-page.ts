/// <reference lib="dom" />
import { randomInt } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import type { RunningApp } from './app.js';
import { type OpenedPage, openPage, type OpenOptions } from './browser.js';
import { type GivenAccount, PASSWORD } from './given.js';

/** Signs its owner in without the form, which has tests of its own: a third of a page's way into the dashboard. */
export async function signInTo(
  { url }: Pick<RunningApp, 'url'>,
  context: BrowserContext,
  email: string,
  password = PASSWORD,
): Promise<void> {
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
    data: { email, password },
    // Of its own: an address may sign in so often only.
    headers: { 'x-forwarded-for': `198.51.${randomInt(256)}.${randomInt(1, 255)}` },
  });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}: ${await answer.text()}`);
}

/** A page of the dashboard at an address, with its owner signed in and nothing loading any more. */
export async function openSignedIn(
  running: RunningApp,
  owner: GivenAccount,
  path: string,
  { context, ...options }: OpenOptions = {},
): Promise<OpenedPage> {
  const opened = await openPage({ ...options, context: { reducedMotion: 'reduce', ...context } });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await signInTo(running, opened.context, owner.email);
  await page.goto(running.url + path);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return opened;
}
