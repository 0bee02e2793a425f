/// <reference lib="dom" />
/** The dashboard without a pointer: what is opened, closed, chosen and left by keys alone. That everything is reached: `dashboard-screens`. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, type ExpectStatic, test } from 'vitest';
import { DEMO_PASSWORD } from '../src/demo/demo-accounts.js';
import { DemoModule } from '../src/demo/demo.module.js';
import { Demo } from '../src/demo/demo.service.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { go, settled } from './support/dashboard-walk.js';
import { signInTo } from './support/signed-in-page.js';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp({}, undefined, [DemoModule]);
  await running.app.get(Demo).fill(new Date(), new AbortController().signal);
});

async function open(path: string): Promise<OpenedPage> {
  const opened = await openPage({ size: 'desktop', locale: 'en-GB', context: { reducedMotion: 'reduce' } });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await page.addInitScript(() => localStorage.setItem('num-ecard-locale', 'en'));
  await signInTo(running, opened.context, 'multi-cartes@demo.test', DEMO_PASSWORD);
  await page.goto(running.url + path);
  await page.getByRole('button', { name: 'My account' }).waitFor();
  await settled(page);
  return opened;
}

async function cards(page: Page): Promise<string[]> {
  const answer = await page.request.get(`${running.url}/api/me`);
  return (await answer.json()).cards.map(({ slug }: { slug: string }) => slug);
}

/** Opens what belongs to a control by a key, closes it by Escape, and expects the focus back. */
async function expectOpens(
  expect: ExpectStatic,
  page: Page,
  control: Locator,
  key: string,
  opened: Locator,
): Promise<void> {
  await control.focus();
  const name = await focused(page);
  await page.keyboard.press(key);
  await opened.waitFor();
  // A menu takes the focus a moment after it is there, and only then the key.
  await page.waitForFunction(() => {
    const menu = document.querySelector('[role="menu"]');
    return menu === null || menu.contains(document.activeElement);
  });
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page), { message: `after ${key} on ${name}` }).toBe(name);
}

/** What has the focus, by its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const label =
      element?.id && document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent;
    return label || element?.getAttribute('aria-label') || element?.textContent?.trim() || element?.tagName;
  });

describe('by keys', () => {
  test('lists, menus, calendars and dialogs open, close by Escape, and give the focus back', async ({
    expect,
  }) => {
    const days = 'period=custom&from=2026-01-01&to=2026-01-31';
    const { page, close } = await open(`/cards?${days}`);
    const list = page.getByRole('listbox').filter({ visible: true });
    const menu = page.getByRole('button', { name: 'My account' });
    for (const key of ['Enter', 'Space']) await expectOpens(expect, page, menu, key, page.getByRole('menu'));
    // The button becomes the field of a list that is searched.
    await expectOpens(expect, page, page.locator('button[aria-haspopup="listbox"]'), 'Enter', list);
    for (const name of ['Card', 'Period', 'Compare with', 'Break cards down by']) {
      await expectOpens(expect, page, page.getByRole('combobox', { name, exact: true }), 'ArrowDown', list);
    }
    const calendar = page.getByRole('button', { name: 'From … to …' });
    for (const key of ['Enter', 'Space']) {
      await expectOpens(expect, page, calendar, key, page.getByRole('dialog'));
    }

    await page.goto(`${running.url}/sources?card=${(await cards(page))[0]}`);
    await settled(page);
    const dialog = page.getByRole('dialog');
    await expectOpens(expect, page, page.getByRole('button', { name: 'Create a link' }), 'Enter', dialog);
    await go(page, '/settings', 'My account');
    await page.getByRole('textbox', { name: 'Name of the new key' }).focus();
    await page.keyboard.type('Keys');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Got it' }).waitFor();
    await page.getByRole('button', { name: 'Got it' }).focus();
    await page.keyboard.press('Enter');
    await expectOpens(expect, page, page.getByRole('button', { name: /^Delete the key/ }), 'Enter', dialog);
    await close();
  });

  test('choices are made, charts become tables, tables are sorted, maps are walked over', async ({
    expect,
  }) => {
    const { page, close } = await open('/trends');
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Show the table' }).focus();
    await page.keyboard.press('Enter');
    await main.getByRole('table').waitFor();
    expect(await focused(page)).toBe('Show the chart');
    await page.keyboard.press('Shift+Tab');
    const scrolled = () => page.evaluate(() => document.activeElement?.scrollTop ?? 0);
    await page.keyboard.press('End');
    await expect.poll(scrolled).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await main.getByRole('table').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Show the table');
    await main.getByRole('radio', { name: 'Visits' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await main.getByRole('radio', { name: 'Visitors' }).isChecked()).toBe(true);
    expect(await focused(page)).toBe('Visitors');
    await main.getByRole('combobox', { name: 'Period' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: '7 days' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/trends?period=7d');
    expect(await focused(page)).toBe('Period');

    await page.goto(`${running.url}/places`);
    await settled(page);
    const areas = main.getByRole('button', { name: /visits/ });
    await areas.and(page.locator('[tabindex="0"]')).first().focus();
    const first = await focused(page);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places?area=*');

    await page.goto(`${running.url}/cards`);
    await settled(page);
    const head = main.getByRole('columnheader', { name: 'Clicks' }).first();
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await main.locator('th[aria-sort="descending"]', { hasText: 'Clicks' }).first().waitFor();
    expect(await focused(page)).toBe('Clicks');

    await page.goto(`${running.url}/visits`);
    await settled(page);
    const rows = main.getByRole('listitem');
    const count = await rows.count();
    await main.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBeGreaterThan(count);
    expect(await focused(page)).toBe('Show more');
    await close();
  });
});
