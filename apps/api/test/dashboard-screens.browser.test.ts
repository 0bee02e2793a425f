/// <reference lib="dom" />
/** Every screen of every model with the demo's data, in a real Chromium: its figures, its looks, and what it weighs. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { planHas } from '@num-ecard/contracts/plans';
import { sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { DEMO_PASSWORD } from '../src/demo/demo-accounts.js';
import { DemoModule } from '../src/demo/demo.module.js';
import { Demo } from '../src/demo/demo.service.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { Client } from './support/client.js';
import { go, keyboardFaults, settled } from './support/dashboard-walk.js';
import { givenDemoReferrals } from './support/given-demo-referrals.js';
import { pageFaults } from './support/page-faults.js';
import { signInTo } from './support/signed-in-page.js';

const PLANS = ['essentiel', 'premium', 'force-de-vente', 'multi-cartes'] as const;
type Plan = (typeof PLANS)[number];
type Locale = 'fr' | 'en';
const MENU = { fr: 'Mon compte', en: 'My account' } as const;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp({}, undefined, [DemoModule]);
  await running.app.get(Demo).fill(new Date(), new AbortController().signal);
  await givenDemoReferrals(running);
});

/** An answer of the API, as far as its shape matters here. */
// oxlint-disable-next-line typescript/no-explicit-any -- the contracts' own tests hold its shape
type Answer = any;

interface Report {
  /** Its name in the API's addresses. */
  readonly report: string;
  readonly feature: string;
  /** What of its answer must stand on the screen: a name, or none, and the figure beside it. */
  readonly figures: (
    answer: Answer,
    locale: Locale,
  ) => readonly (readonly [name: string | null, figure: number])[];
}

interface Screen {
  readonly path: string;
  readonly reports: readonly Report[];
}

/** Of a list, the first of them by what they are called. */
const named =
  (name: (row: Answer, locale: Locale) => string, figure: 'views' | 'clicks' | 'total' = 'views', many = 3) =>
  (rows: Answer[], locale: Locale) =>
    rows.slice(0, many).map((row) => [name(row, locale), row[figure]] as const);

const sources = named(({ source }, locale) => sourceName(source, locale));
const targets = named(({ target }, locale) => targetName(target, locale), 'clicks');

const SCREENS: readonly Screen[] = [
  {
    path: '/',
    reports: [
      {
        report: 'summary',
        feature: 'usage.summary',
        figures: ({ views, clicks }) => [
          [null, views.total],
          [null, clicks.total],
          ...clicks.byTarget.map(({ total }: Answer) => [null, total] as const),
        ],
      },
    ],
  },
  {
    path: '/trends',
    reports: [
      {
        report: 'trends',
        feature: 'usage.trends',
        figures: ({ totals }) => [
          [null, totals.views],
          [null, totals.visitors],
          [null, totals.clicks],
        ],
      },
    ],
  },
  {
    path: '/places',
    reports: [
      {
        report: 'geography',
        feature: 'usage.geography',
        figures: ({ cities }, locale) => named(({ name }) => name, 'views', 5)(cities, locale),
      },
    ],
  },
  {
    path: '/sources',
    reports: [
      {
        report: 'sources',
        feature: 'usage.sources',
        figures: ({ sources: rows, links, referrers }, locale) => [
          ...sources(rows, locale),
          ...named(({ label }) => label)(links, locale),
          ...named(({ host }) => host)(referrers, locale),
        ],
      },
    ],
  },
  {
    path: '/engagement',
    reports: [
      {
        report: 'clicks',
        feature: 'usage.full',
        figures: ({ targets: rows }, locale) => targets(rows, locale),
      },
      {
        report: 'devices',
        feature: 'usage.full',
        figures: ({ devices }) => devices.slice(0, 2).map(({ views }: Answer) => [null, views] as const),
      },
    ],
  },
  {
    path: '/visits',
    reports: [
      { report: 'filtered', feature: 'usage.full', figures: ({ views }) => [[null, views]] },
      {
        report: 'visits',
        feature: 'usage.full',
        // What a visit lasted, in seconds, near the city that it came from.
        figures: ({ visits }) =>
          visits
            .filter(({ place, engagedMs }: Answer) => place?.city && engagedMs >= 1000 && engagedMs < 60_000)
            .slice(0, 3)
            .map(({ place, engagedMs }: Answer) => [place.city, Math.round(engagedMs / 1000)] as const),
      },
    ],
  },
  {
    path: '/cards',
    reports: [
      {
        report: 'cards',
        feature: 'usage.cross',
        figures: ({ rows }, locale) => named(({ card }) => card.title)(rows, locale),
      },
      {
        report: 'cross?by=source',
        feature: 'usage.cross',
        figures: ({ columns }) => columns.slice(0, 3).map(({ total }: Answer) => [null, total] as const),
      },
    ],
  },
  ...[
    '/referrals',
    '/referrals/prospects',
    '/referrals/prospects?view=board',
    '/referrals/results',
    '/referrals/ambassadors',
    '/card',
    '/settings',
  ].map((path) => ({ path, reports: [] })),
];

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
  await signInTo(running, opened.context, `${plan}@demo.test`, DEMO_PASSWORD);
  const owner = new Client(running.url);
  await owner.signIn(`${plan}@demo.test`, DEMO_PASSWORD);
  return { ...opened, owner };
}

/** The code of the bell: how soon after the page it comes is the machine's. */
const AFTERWARDS = /\/(?:notices-bell|unread\.query|use-told|IconBell)-/;

/** Goes to a screen by its address. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(running.url + path);
  await settled(page);
}

const numeral = (value: number, locale: Locale): string => new Intl.NumberFormat(locale).format(value);
/** On one line, with plain spaces: numbers are grouped with narrow ones in French. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What of a report is not on the screen as it must be. */
function missing(text: string, answer: Answer, { report, figures }: Report, locale: Locale): string[] {
  return figures(answer, locale).flatMap(([name, figure]) => {
    const shown = plain(numeral(figure, locale));
    // The figure stands beside the name, whatever is said between the two in a few characters.
    const isThere =
      name === null
        ? text.includes(shown)
        : text.split(plain(name)).some((after, index) => index > 0 && after.slice(0, 80).includes(shown));
    return isThere ? [] : [`${report}: ${name ?? ''} ${shown}`];
  });
}

/** Where the API answers a plan's reports: of all cards where that is what its screens show first. */
function addressOf(plan: Plan, slug: string, { report }: Report): string {
  if (plan !== 'multi-cartes') return `/api/cards/${slug}/stats/${report}`;
  return /^c(?:ards|ross)/.test(report) ? `/api/stats/${report}` : `/api/stats/consolidated/${report}`;
}

describe.each(PLANS)('%s', (plan) => {
  test.each([
    { locale: 'fr', size: 'phone' },
    { locale: 'en', size: 'desktop' },
  ] as const)('each screen in $locale on a $size, in both schemes', async ({ locale, size }) => {
    const { page, problems, owner, close } = await open(plan, locale, size);
    const { slug } = (await owner.get('/api/me')).body.cards[0];
    for (const { path, reports } of SCREENS) {
      // Without the feature all of them show the same example.
      if (!planHas(plan, 'referral') && path.startsWith('/referrals/')) continue;
      // Each opens by its address, which is seen of one model, and from the others by a link; the board is a way to look at a screen.
      const byAddress = size === 'phone' && plan === 'force-de-vente';
      if (byAddress || path === '/' || path.includes('?')) await visit(page, path);
      else await go(page, path, MENU[locale]);
      const text = plain(await page.getByRole('main').innerText());
      for (const report of reports) {
        if (!planHas(plan, report.feature)) continue;
        const { status, body } = await owner.get(addressOf(plan, slug, report), {
          'accept-language': locale,
        });
        expect(status).toBe(200);
        expect(missing(text, body, report, locale)).toEqual([]);
      }
      expect([path, await pageFaults(page, 'own size'), problems]).toEqual([path, [], []]);
      // By Tab alone everything is reached, in sight and seen to be.
      if (size === 'desktop') expect([path, await keyboardFaults(page)]).toEqual([path, []]);
    }
    await close();
  });

  test('the signed-in overview brings at most 200 KB of JavaScript, gzipped, before what waits until it is drawn', async () => {
    const { page, context, close } = await open(plan, 'fr', 'desktop');
    const again = await context.newPage();
    const scripts = new Map<string, Promise<Buffer>>();
    again.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js') && !AFTERWARDS.test(pathname)) scripts.set(pathname, response.body());
    });
    await visit(again, '/');
    const bytes = (await Promise.all(scripts.values())).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThanOrEqual(200 * 1024);
    await page.close();
    await close();
  });
});
