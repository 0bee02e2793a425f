/// <reference lib="dom" />
/** The dashboard without a pointer: everything is reached, seen, opened, closed and left by keys alone. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, type ExpectStatic, test } from 'vitest';
import { planHas } from '@num-ecard/contracts/plans';
import { DEMO_PASSWORD } from '../src/demo/demo-accounts.js';
import { DemoModule } from '../src/demo/demo.module.js';
import { Demo } from '../src/demo/demo.service.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { givenDemoReferrals } from './support/given-demo-referrals.js';
import { signInTo } from './support/signed-in-page.js';

const PLANS = ['essentiel', 'premium', 'force-de-vente', 'multi-cartes'] as const;
const SCREENS = [
  '/',
  '/trends',
  '/places',
  '/sources',
  '/engagement',
  '/visits',
  '/cards',
  '/referrals',
  // Where the model has them, which others are shown an example of.
  '/referrals/prospects',
  '/referrals/results',
  '/referrals/ambassadors',
  '/card',
  '/settings',
];

let running: RunningApp;
beforeAll(async () => {
  running = await startApp({}, undefined, [DemoModule]);
  await running.app.get(Demo).fill(new Date(), new AbortController().signal);
  await givenDemoReferrals(running);
});

async function open(plan: (typeof PLANS)[number], path = '/'): Promise<OpenedPage> {
  const opened = await openPage({ size: 'desktop', locale: 'en-GB', context: { reducedMotion: 'reduce' } });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await page.addInitScript(() => localStorage.setItem('num-ecard-locale', 'en'));
  await signInTo(running, opened.context, `${plan}@demo.test`, DEMO_PASSWORD);
  await page.goto(running.url + path);
  await page.getByRole('button', { name: 'My account' }).waitFor();
  await settled(page);
  return opened;
}

async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('main :is([aria-busy="true"], .mantine-Skeleton-root[data-visible])') === null,
  );
}

/** Without loading the page anew; the account's menu has the only way to the settings. */
async function go(page: Page, path: string): Promise<void> {
  if (path === '/') return settled(page);
  const before = await page.locator('main h1').first().elementHandle();
  if (path === '/settings') await page.getByRole('button', { name: 'My account' }).click();
  await page.locator(`a[href="${path}"]`).filter({ visible: true }).first().click();
  await before?.waitForElementState('hidden');
  await settled(page);
}

type Walking = typeof window & {
  /** What is wrong so far, and whether the walk has been everywhere. */
  walked?: () => { done: boolean; faults: string[] };
};

/** Runs in the page: what there is to reach, and how it looks while it has no focus. */
function beginWalk(): void {
  const REACHABLE = 'a[href], button, input, select, textarea, iframe, summary, [tabindex]';
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element: Element) => {
    const words =
      element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
    const { id } = element;
    return `${element.tagName.toLowerCase()}[${element.getAttribute('type') ?? element.getAttribute('role') ?? ''}] ${words?.trim().slice(0, 40)} ${id && document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent}`;
  };
  /** Of radio buttons that belong together one is reached, by Tab; the others from it, by arrows. */
  const group = (element: Element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? `radio ${element.name}` : element;
  /** What may show that an element has the focus: itself, what stands for it, what is around it. */
  const marks = (element: Element): Element[] => {
    const around = [element.parentElement, element.parentElement?.parentElement];
    const same = element.matches('svg path')
      ? [
          ...(element.closest('svg')?.querySelectorAll(`[aria-hidden][d="${element.getAttribute('d')}"]`) ??
            []),
        ]
      : [];
    return [element, element.nextElementSibling, ...around, ...same].filter(
      (each) => each !== null && each !== undefined,
    );
  };
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const outline =
      outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
    return outline + (boxShadow === 'none' ? '' : boxShadow);
  };

  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  const wanted = new Map<unknown, string>();
  for (const element of document.querySelectorAll<HTMLElement>(REACHABLE)) {
    const off = element.matches(':disabled, [inert] *, [type="hidden"]') || element.tabIndex < 0;
    if (!off && seen(element)) wanted.set(group(element), name(element));
  }
  const looks = new Map<Element, string>();
  for (const element of document.querySelectorAll('body *')) {
    const shown = look(element);
    if (shown !== '') looks.set(element, shown);
  }
  let done = false;
  let last: Element | undefined;
  const visited = new Set<Element>();
  const found: string[] = [];
  /** Notes where the focus is. */
  const note = () => {
    const element = document.activeElement;
    // Past the last there is a step outside, and then the first.
    if (done || element === null || element === document.body || element === last) return;
    last = element;
    if (visited.has(element) && !element.matches('iframe')) {
      done = true;
      return;
    }
    visited.add(element);
    wanted.delete(group(element));
    if (element.matches('iframe')) return;
    // Of a field that is drawn by another: what it is in.
    let box = element;
    while (box.getBoundingClientRect().width < 4 || getComputedStyle(box).opacity === '0') {
      box = box.parentElement ?? document.body;
    }
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const hit = document.elementFromPoint(x, y);
    if (bottom < 1 || top > innerHeight - 1) found.push(`out of sight: ${name(element)}`);
    else if (hit === null || !(box.contains(hit) || hit.contains(box) || element.matches('svg path')))
      found.push(`covered by ${hit?.tagName} ${hit?.textContent?.slice(0, 30)}: ${name(element)}`);
    const shows = marks(element).some(
      (mark) =>
        mark.matches('svg [aria-hidden]') || (look(mark) !== '' && look(mark) !== (looks.get(mark) ?? '')),
    );
    if (!shows) found.push(`no sign of the focus: ${name(element)}`);
  };
  const ended = new AbortController();
  // Before each step, wherever it is made.
  for (const place of [
    document,
    ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument),
  ])
    place?.addEventListener('keydown', note, { capture: true, signal: ended.signal });
  (window as Walking).walked = () => {
    note();
    if (done) ended.abort();
    return { done, faults: [...found, ...[...wanted.values()].map((words) => `not reached: ${words}`)] };
  };
}

/** What is wrong with a walk through the whole page by Tab. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(beginWalk);
  for (let steps = 0; steps < 1_000; steps += 50) {
    await Promise.all(Array.from({ length: 50 }, () => page.keyboard.press('Tab')));
    const walked = await page.evaluate(() => (window as Walking).walked?.());
    if (walked === undefined) return ['the page was loaded anew'];
    if (walked.done) return walked.faults;
  }
  return ['it never ends'];
}

async function cards(page: Page): Promise<string[]> {
  const answer = await page.request.get(`${running.url}/api/me`);
  return (await answer.json()).cards.map(({ slug }: { slug: string }) => slug);
}

describe.each(PLANS)('%s', (plan) => {
  test('by Tab alone everything on every screen is reached, in sight and seen to be', async ({ expect }) => {
    const { page, close } = await open(plan);
    const faults: string[] = [];
    for (const path of SCREENS) {
      if (!planHas(plan, 'referral') && path.startsWith('/referrals/')) continue;
      await go(page, path);
      faults.push(...(await walk(page)).map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await close();
  });
});

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
    const { page, close } = await open('multi-cartes', `/cards?${days}`);
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
    await go(page, '/settings');
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
    const { page, close } = await open('multi-cartes', '/trends');
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
