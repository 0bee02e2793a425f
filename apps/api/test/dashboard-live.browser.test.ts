/// <reference lib="dom" />
/** Figures move by themselves under the hands of who reads them: on every screen that today is part of. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADMIN_TOKEN, startApp } from './support/app.js';
import { openPage } from './support/browser.js';
import { beacon, click, Client, view } from './support/client.js';
import { givenAccount } from './support/given.js';
import { openSignedIn, signInTo } from './support/signed-in-page.js';

interface Screen {
  readonly path: string;
  /** The panel whose figures change, by its title. */
  readonly panel: string;
  /** What may have the focus further down. */
  readonly control: (main: Locator) => Locator;
  /** Whether a list belongs to it, which then is open. */
  readonly hasList?: true;
}

const SCREENS: readonly Screen[] = [
  {
    path: '/trends',
    panel: 'Mes visites dans le temps',
    control: (main) => main.getByRole('button', { name: 'Afficher le tableau' }),
  },
  { path: '/places', panel: 'Mes lieux', control: (main) => main.getByRole('radio', { name: 'Villes' }) },
  {
    path: '/engagement',
    panel: 'Mes boutons',
    control: (main) => main.getByRole('radio', { name: 'Systèmes' }),
  },
  {
    path: '/visits',
    panel: 'Dernières visites',
    control: (main) => main.getByRole('button', { name: 'Voir plus' }),
  },
  {
    path: '/cards',
    panel: 'Mes cartes côte à côte',
    control: (main) => main.getByRole('combobox', { name: 'Croiser les cartes avec' }),
    hasList: true,
  },
];

type Kept = typeof window & { kept?: { element: Element; top: number } };

/** Remembers the element that has the focus, and where on the window it is. */
const remember = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    (window as Kept).kept = { element, top: element.getBoundingClientRect().top };
  });

/** By how many pixels it has moved; NaN when something else has the focus. */
const moved = (page: Page) =>
  page.evaluate(() => {
    const { kept } = window as Kept;
    if (kept === undefined || kept.element !== document.activeElement) return NaN;
    return Math.abs(kept.element.getBoundingClientRect().top - kept.top);
  });

test('a visit changes what is shown; what is read, reached for or opened stays where it is', async () => {
  const running = await startApp();
  const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 9 });
  const visitor = new Client(running.url);
  let visits = 0;
  /** Each is told from the one before by the button that is pressed. */
  const comeBy = (button = `offre-${(visits += 1)}`) =>
    visitor.post('/api/track', beacon(owner.slugs[0] ?? '', [view(), click(button)]));
  for (let visit = 0; visit < 40; visit += 1) await comeBy('phone');
  const { page, context, problems, close } = await openPage({ context: { reducedMotion: 'reduce' } });
  page.setDefaultTimeout(20_000);
  // Reports are asked for again every five seconds at most: stepped over.
  await page.clock.install();
  await signInTo(running, context, owner.email);
  await page.goto(running.url);
  await page.locator('[data-status="live"]').waitFor();

  const main = page.getByRole('main');
  const list = page.getByRole('listbox').filter({ visible: true });
  for (const { path, panel: title, control, hasList } of SCREENS) {
    await page.locator(`a[href="${path}"]`).first().click();
    const panel = main.getByRole('region', { name: title });
    await panel.waitFor();
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
    /** A visit comes, is on the screen, and nothing else has moved. */
    const expectCalm = async (what: string) => {
      await remember(page);
      const before = await panel.innerText();
      await page.clock.fastForward(6_000);
      await comeBy();
      await expect.poll(() => panel.innerText(), { timeout: 20_000, message: path }).not.toBe(before);
      expect(await moved(page), `${path}, ${what}`).toBeLessThan(2);
    };

    const period = main.getByRole('combobox', { name: 'Période' });
    await period.focus();
    await page.evaluate(() => scrollBy(0, 120));
    await page.keyboard.press('ArrowDown');
    await list.waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = await period.getAttribute('aria-activedescendant');
    await expectCalm('an open list');
    expect(await list.isVisible()).toBe(true);
    expect([path, await period.getAttribute('aria-activedescendant')]).toEqual([path, chosen]);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });

    await control(main).focus();
    await page.evaluate(() => document.activeElement?.scrollIntoView({ block: 'center' }));
    if (hasList) {
      await page.keyboard.press('ArrowDown');
      await list.waitFor();
    }
    expect([path, await page.evaluate(() => scrollY > 200)]).toEqual([path, true]);
    await expectCalm('further down');
    if (hasList) expect(await list.isVisible()).toBe(true);
    await page.keyboard.press('Escape');

    if (path !== '/trends') continue;
    await page.getByRole('button', { name: 'Mon compte' }).click();
    const menu = page.getByRole('menu');
    await menu.waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
    await expectCalm('an open menu');
    expect(await menu.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
  }
  expect(problems).toEqual([]);
  await close();
});

test('another model is on screen without asking; signing out elsewhere leads to sign-in', async () => {
  const running = await startApp();
  const owner = await givenAccount(running, { plan: 'essentiel' });
  const { page, close } = await openSignedIn(running, owner, '/');
  await page.locator('[data-status="live"]').waitFor();
  await page.locator('a[href="/trends"]').first().click();
  const example = page.getByRole('region', { name: 'Exemple' });
  await example.waitFor();

  const operator = new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` });
  const sell = (plan: string) => operator.request('PATCH', `/api/admin/accounts/${owner.id}`, { plan });
  await sell('premium');
  await example.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Mes visites dans le temps' }).waitFor();
  // The stream is there again: the next change is told, too.
  await sell('essentiel');
  await example.waitFor();

  await (await owner.signIn()).request('DELETE', '/api/sessions');
  await page.waitForURL(/\/sign-in/);
  await page.locator('input[name="password"]').waitFor();
  expect(await example.count()).toBe(0);
  await close();
});
