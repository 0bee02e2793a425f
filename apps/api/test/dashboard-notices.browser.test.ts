/// <reference lib="dom" />
/** Notifications in a real Chromium: they arrive while the dashboard is open, are listed, read, and lead to what they are about. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { LiveStreams } from '../src/notifications/live/live-streams.js';
import { Notices } from '../src/notifications/notices/notices.js';
import { type RunningApp, startApp } from './support/app.js';
import { hide, openPage, show } from './support/browser.js';
import { beacon, click, Client, view } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { pageFaults } from './support/page-faults.js';
import { openSignedIn, signInTo } from './support/signed-in-page.js';
import { tellNotices } from './support/tell-notices.js';

const WORDS = {
  fr: {
    bell: 'Notifications',
    unread: (count: number) => `Notifications, ${count} non ${count === 1 ? 'lue' : 'lues'}`,
    toast: 'Notification',
    open: 'Voir',
    visits: '2 visites et 1 clic sur vos boutons de contact',
    link: 'Première visite par « Salon de Lyon »',
    unusual: "3 fois plus de visites que d'habitude aujourd'hui",
    none: "Aucune notification pour l'instant",
    new: 'Nouveau',
    all: 'Tout marquer comme lu',
    more: 'Voir plus',
    end: 'Vous avez tout vu',
    today: "Aujourd'hui",
    locked: 'Disponible avec les modèles Force de Vente ou Multi-Cartes.',
  },
  en: {
    bell: 'Notifications',
    unread: (count: number) => `Notifications, ${count} unread`,
    toast: 'Notification',
    open: 'See',
    visits: '2 visits and 1 click on your contact buttons',
    link: 'First visit by “Salon de Lyon”',
    unusual: '3 times as many visits as usual today',
    none: 'No notifications yet',
    new: 'New',
    all: 'Mark all as read',
    more: 'Show more',
    end: 'You have seen everything',
    today: 'Today',
    locked: 'Available with the Force de Vente or Multi-Cartes models.',
  },
} as const;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** For what comes by itself. */
const AWHILE = { timeout: 20_000 };

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

async function visit(slug: string, targets: readonly string[] = [], query = ''): Promise<void> {
  const events = [{ ...view(), url: `${running.url}/c/${slug}${query}` }, ...targets.map((of) => click(of))];
  await new Client(running.url).post('/api/track', beacon(slug, events));
}

const bellOf = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('link', { name, exact: true });
const noticeOf = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true });
const live = (page: Page) => page.locator('[data-status="live"]').waitFor();

describe.each([
  ['fr', 'phone'],
  ['en', 'desktop'],
] as const)('in %s on a %s', (locale, size) => {
  const words = WORDS[locale];
  const open = (owner: GivenAccount, path: string) =>
    openSignedIn(running, owner, path, { size, locale: locale === 'fr' ? 'fr-FR' : 'en-GB' });

  test('what happens is told on the open screen, counted on the bell, listed, and read', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const [slug = ''] = owner.slugs;
    const { body: link } = await (
      await owner.signIn()
    ).post(`/api/cards/${slug}/links`, { label: 'Salon de Lyon' });
    const { page, problems, close } = await open(owner, '/');
    await live(page);
    await bellOf(page, words.bell).waitFor();

    await visit(slug, ['phone']);
    await visit(slug);
    await tellNotices(running);
    const toast = page.getByRole('group', { name: words.toast });
    await toast.waitFor();
    expect(plain(await toast.innerText())).toContain(words.visits);
    await page
      .getByRole('status')
      .filter({ hasText: plain(words.visits).slice(-10) })
      .waitFor({ state: 'attached' });
    await bellOf(page, words.unread(1)).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);

    await visit(slug, [], `?k=${link.code}`);
    await tellNotices(running, 0);
    await bellOf(page, words.unread(2)).waitFor();
    // The label is the owner's own: it is on their screen, and was looked up there.
    await expect.poll(async () => plain((await toast.allInnerTexts()).join()), AWHILE).toContain(words.link);

    await bellOf(page, words.unread(2)).click();
    await page.waitForURL('**/notifications');
    await noticeOf(page, words.link).waitFor();
    const list = page.getByRole('main').getByRole('listitem');
    expect(await list.count()).toBe(2);
    expect(await list.filter({ hasText: words.new }).count()).toBe(2);
    expect(await pageFaults(page)).toEqual([]);

    await noticeOf(page, words.link).click();
    await page.waitForURL(`**/sources?card=${slug}`);
    await bellOf(page, words.unread(1)).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: words.all }).click();
    await bellOf(page, words.bell).waitFor();
    await expect.poll(() => list.filter({ hasText: words.new }).count(), AWHILE).toBe(0);
    expect(await page.getByRole('button', { name: words.all }).count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('nothing has happened yet, and a model without them', async () => {
    const owner = await givenAccount(running, { plan: 'multi-cartes', locale });
    const first = await open(owner, '/notifications');
    await first.page.getByText(words.none).waitFor();
    await bellOf(first.page, words.bell).waitFor();
    expect([await pageFaults(first.page), first.problems]).toEqual([[], []]);
    await first.close();

    const without = await givenAccount(running, { plan: 'premium', locale });
    const locked = await open(without, '/notifications');
    await locked.page.getByText(words.locked).waitFor();
    expect(await bellOf(locked.page, words.bell).count()).toBe(0);
    expect([await pageFaults(locked.page), locked.problems]).toEqual([[], []]);
    await locked.close();
  });
});

test('the list goes on by days, with the card that each is about, by the keys alone', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2, timezone: 'UTC' });
  const [first = '', second = ''] = owner.slugs;
  await running.dataSource.query(
    `INSERT INTO notices (account_id, notice_id, kind, told_at, path, counts, card_id, read_at)
     SELECT $1::uuid, gen_random_uuid(), 'visits', now() - ago * interval '8 hours', '/visits?card=' || $2,
            jsonb_build_object('views', ago, 'clicks', 0, 'cards', 1), card_id, now()
       FROM generate_series(1, 40) AS ago, cards WHERE cards.account_id = $1 AND cards.slug = $2`,
    [owner.id, second],
  );
  const { page, problems, close } = await openSignedIn(running, owner, '/notifications', { size: 'desktop' });
  const main = page.getByRole('main');
  const list = main.getByRole('listitem');
  await main.getByRole('button', { name: WORDS.fr.more }).focus();
  expect(await list.count()).toBe(30);
  await page.keyboard.press('Enter');
  await main.getByText(WORDS.fr.end).waitFor();
  expect(await list.count()).toBe(40);
  expect(await main.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(10);
  expect(await list.first().innerText()).toContain(`Card ${second}`);
  // One that comes while it is looked at is at its top.
  await expect.poll(() => running.app.get(LiveStreams).openAccounts(), AWHILE).toContain(owner.id);
  await visit(first, ['sms']);
  await tellNotices(running);
  await main.getByRole('heading', { name: WORDS.fr.today }).waitFor();
  await expect.poll(() => list.count(), AWHILE).toBe(41);
  await main
    .getByRole('link')
    .filter({ hasText: /visite/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/visits?card=${first}`);
  expect(problems).toEqual([]);
  await close();
});

test('whoever comes back after hours is told how many there are, and what comes then in its own words', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes' });
  const { page, context, problems, close } = await openPage({
    size: 'desktop',
    context: { reducedMotion: 'reduce' },
  });
  page.setDefaultTimeout(20_000);
  await page.clock.install();
  await signInTo(running, context, owner.email);
  await page.goto(running.url);
  await live(page);
  const toasts = page.getByRole('group', { name: WORDS.fr.toast });
  const tell = (factor: number) =>
    running.dataSource.transaction((manager) =>
      running.app.get(Notices).tell(manager, owner.id, {
        kind: 'unusual',
        path: '/trends',
        counts: { views: 10 * factor, factor, cards: 1 },
        cardId: null,
      }),
    );
  await hide(page);
  await page.clock.fastForward(8 * 3_600_000);
  await expect.poll(() => running.app.get(LiveStreams).openAccounts(), AWHILE).not.toContain(owner.id);
  for (const factor of [3, 4, 5]) await tell(factor);
  await page.clock.fastForward(8 * 3_600_000);
  await show(page);
  const together = toasts.filter({ hasText: '3 notifications' });
  await together.waitFor();
  // While it is pointed at, none goes by itself.
  await together.hover();
  expect(await toasts.count()).toBe(1);
  await page.clock.setSystemTime(new Date());
  await tell(6);
  await toasts.filter({ hasText: '6 fois plus' }).waitFor();
  expect(await toasts.count()).toBe(2);
  await together.getByRole('link', { name: WORDS.fr.open }).click();
  await page.waitForURL('**/notifications');
  await expect.poll(() => together.count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('the same words are read out each time that they are true', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const { page, close } = await openSignedIn(running, owner, '/');
  await live(page);
  await bellOf(page, WORDS.fr.bell).waitFor();
  // A screen reader is told of what is put into the region, not of what stands there already.
  await page.evaluate(() => {
    const read: string[] = [];
    Object.assign(window, { read });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region = target instanceof Element ? target.closest('[role="status"]') : null;
        if (region !== null) for (const { textContent } of addedNodes) read.push(textContent ?? '');
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  const heard = () => page.evaluate(() => (window as unknown as { read: string[] }).read);
  for (const times of [1, 2]) {
    await visit(owner.slugs[0] ?? '');
    await tellNotices(running);
    await expect
      .poll(async () => (await heard()).filter((text) => plain(text) === '1 visite').length, AWHILE)
      .toBe(times);
  }
  await close();
});
