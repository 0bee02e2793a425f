/// <reference lib="dom" />
/** Every screen of every model with the demo's data, in a real Chromium: its figures, its looks, and what it weighs. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { planHas } from '@num-ecard/contracts/plans';
import { DEMO_PASSWORD } from '../src/demo/demo-accounts.js';
import { DemoModule } from '../src/demo/demo.module.js';
import { Demo } from '../src/demo/demo.service.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { Client } from './support/client.js';
import { pageFaults } from './support/page-faults.js';

const PLANS = ['essentiel', 'premium', 'force-de-vente', 'multi-cartes'] as const;
type Plan = (typeof PLANS)[number];
type Locale = 'fr' | 'en';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp({}, undefined, [DemoModule]);
  await running.app.get(Demo).fill(new Date(), new AbortController().signal);
});

interface Report {
  readonly path: string;
  readonly feature: string;
  /** Its answer, and what of it must stand on the screen: a name and the figure beside it. */
  readonly report: string;
  readonly figures: (answer: Answer) => readonly (readonly [name: string | undefined, figure: number])[];
}

/** An answer of the API, as far as its shape matters here. */
// oxlint-disable-next-line typescript/no-explicit-any -- the contracts' own tests hold its shape
type Answer = any;

const DAYS = 'compare=previous';

const REPORTS: readonly Report[] = [
  {
    path: '/trends',
    feature: 'usage.trends',
    report: 'trends',
    figures: ({ totals }) => [
      [undefined, totals.views],
      [undefined, totals.visitors],
      [undefined, totals.clicks],
    ],
  },
  {
    path: '/places',
    feature: 'usage.geography',
    report: 'geography',
    figures: ({ cities }) => cities.slice(0, 5).map((city: Answer) => [city.name, city.views]),
  },
  {
    path: '/sources',
    feature: 'usage.sources',
    report: 'sources',
    figures: ({ referrers }) => referrers.slice(0, 2).map((site: Answer) => [site.host, site.views]),
  },
  {
    path: '/engagement',
    feature: 'usage.full',
    report: 'clicks',
    figures: ({ targets }) => targets.slice(0, 3).map((target: Answer) => [undefined, target.clicks]),
  },
];

const OTHERS = ['/', '/visits', '/cards', '/referrals', '/card', '/settings'];

async function open(
  plan: Plan,
  locale: Locale,
  size: 'phone' | 'desktop',
): Promise<OpenedPage & { owner: Client }> {
  const opened = await openPage({
    size,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    context: { reducedMotion: 'reduce' },
  });
  const { page } = opened;
  page.setDefaultTimeout(30_000);
  await page.addInitScript((chosen) => localStorage.setItem('num-ecard-locale', chosen), locale);
  await page.goto(running.url);
  await page.locator('input[name="email"]').fill(`${plan}@demo.test`);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(`${running.url}/`);
  const owner = new Client(running.url);
  await owner.signIn(`${plan}@demo.test`, DEMO_PASSWORD);
  return { ...opened, owner };
}

/** Goes to a screen and waits until nothing on it is loading any more. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(running.url + path);
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}

const numeral = (value: number, locale: Locale): string => new Intl.NumberFormat(locale).format(value);
/** On one line, with plain spaces: numbers are grouped with narrow ones in French. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What of a report is not on the screen as it must be. */
async function missing(page: Page, answer: Answer, { figures }: Report, locale: Locale): Promise<string[]> {
  const text = plain(await page.getByRole('main').innerText());
  return figures(answer).flatMap(([name, figure]) => {
    const shown = plain(numeral(figure, locale));
    if (name === undefined) return text.includes(shown) ? [] : [`${shown} in: ${text}`];
    // The figure stands beside the name, whatever is said between the two in a few characters.
    const at = text.split(name).slice(1);
    return at.some((after) => after.slice(0, 60).includes(shown)) ? [] : [`${name} ${shown} in: ${text}`];
  });
}

describe.each(PLANS)('%s', (plan) => {
  test.each([
    { locale: 'fr', size: 'phone' },
    { locale: 'en', size: 'desktop' },
  ] as const)('each screen in $locale, at both sizes and in both schemes', async ({ locale, size }) => {
    const { page, problems, owner, close } = await open(plan, locale, size);
    const scope =
      plan === 'multi-cartes'
        ? '/api/stats/consolidated'
        : `/api/cards/${(await owner.get('/api/me')).body.cards[0].slug}/stats`;
    for (const report of REPORTS) {
      await visit(page, report.path);
      if (planHas(plan, report.feature)) {
        const { body } = await owner.get(`${scope}/${report.report}?${DAYS}`);
        expect(await missing(page, body, report, locale)).toEqual([]);
      }
      expect([report.path, await pageFaults(page), problems]).toEqual([report.path, [], []]);
    }
    for (const path of OTHERS) {
      await visit(page, path);
      expect([path, await pageFaults(page), problems]).toEqual([path, [], []]);
    }
    await close();
  });

  test('the signed-in overview brings at most 200 KB of JavaScript, gzipped', async () => {
    const { page, context, close } = await open(plan, 'fr', 'desktop');
    const again = await context.newPage();
    const scripts = new Map<string, Promise<Buffer>>();
    again.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body());
    });
    await visit(again, '/');
    const bytes = (await Promise.all(scripts.values())).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThanOrEqual(200 * 1024);
    await page.close();
    await close();
  });
});
