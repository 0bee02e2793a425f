/// <reference lib="dom" />
/** The board in a real Chromium: dragged by pointer and by keys, swiped and moved by menu on a phone, put back when it fails. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals, type WantedReferral } from './support/given-referrals.js';
import { pageFaults } from './support/page-faults.js';
import { openSignedIn } from './support/signed-in-page.js';

const BOARD = '/referrals/prospects?view=board';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function givenOwner(
  wanted: readonly WantedReferral[],
): Promise<{ owner: GivenAccount; ids: string[] }> {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  return { owner, ids: await givenReferrals(running, owner, wanted) };
}

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, name: string, within?: string) =>
  (within === undefined ? page : column(page, within))
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
/** How many its heading says that it has. */
const count = async (of: Locator) => Number((await of.innerText()).match(/\d+/)?.[0]);

/** Lifts a card, carries it over a column, and leaves it in the air. */
async function carry(page: Page, name: string, to: string): Promise<void> {
  const from = await card(page, name).boundingBox();
  const target = await column(page, to).boundingBox();
  if (from === null || target === null) throw new Error('it is not on the screen');
  await page.mouse.move(from.x + 40, from.y + 45);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
  await page.mouse.move(target.x + target.width / 2, target.y + 60, { steps: 8 });
}

/** Draws a finger over something: by so many pixels to the right. */
async function swipe(page: Page, over: Locator, by: number): Promise<void> {
  const { x, y } = (await over.boundingBox()) ?? { x: 0, y: 0 };
  const touch = await page.context().newCDPSession(page);
  const finger = (moved: number) => [{ x: x + 60 + moved, y: y + 50 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: finger(0) });
  for (let step = 1; step <= 12; step += 1) {
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: finger((by * step) / 12),
    });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

test('a card is dragged where it may go, and nowhere else', async () => {
  const { owner, ids } = await givenOwner([
    { prospectName: 'Karim Benali', status: 'converted', contactedAt: new Date(), convertedAt: new Date() },
    { prospectName: 'Sophie Dubois' },
  ]);
  const { page, problems, close } = await openSignedIn(running, owner, BOARD, { size: 'desktop' });
  await column(page, 'Nouveau').waitFor();
  expect(await pageFaults(page)).toEqual([]);

  await carry(page, 'Sophie Dubois', 'Contacté');
  await page.mouse.up();
  await card(page, 'Sophie Dubois', 'Contacté').waitFor();
  await page.getByRole('status').filter({ hasText: 'Sophie Dubois : Contacté' }).waitFor();
  expect(await count(column(page, 'Nouveau'))).toBe(0);

  // Never back to new, nor from a client to an appointment.
  for (const [name, to, home] of [
    ['Sophie Dubois', 'Nouveau', 'Contacté'],
    ['Karim Benali', 'RDV pris', 'Converti'],
  ] as const) {
    await carry(page, name, to);
    await page.mouse.up();
    await card(page, name, home).waitFor();
    expect(await count(column(page, to))).toBe(0);
  }

  // Lost: why is asked first.
  await carry(page, 'Sophie Dubois', 'Perdu');
  await page.mouse.up();
  await page.getByRole('combobox', { name: 'Pourquoi ?' }).click();
  await page.getByRole('option', { name: 'Prix' }).click();
  await page.getByRole('button', { name: 'Passer à « Perdu »' }).click();
  await card(page, 'Sophie Dubois', 'Perdu').getByText('Perdu · Prix').waitFor();
  await page.getByRole('button', { name: 'Annuler le changement' }).click();
  await card(page, 'Sophie Dubois', 'Contacté').waitFor();
  const { body } = await (await owner.signIn()).get(`/api/recommendations/${ids[1]}`);
  expect(body.status).toBe('contacted');
  expect(problems).toEqual([]);
  await close();
});

test('a card is carried by keys, and it is said aloud where it may go and is', async () => {
  const { owner } = await givenOwner([{ prospectName: 'Sophie Dubois' }]);
  const { page, problems, close } = await openSignedIn(running, owner, BOARD, { size: 'desktop' });
  const said = page.locator('[id^="DndLiveRegion"]');
  const handle = page.getByRole('button', { name: 'Déplacer Sophie Dubois' });
  /** The columns that take the card show it. */
  const isLifted = () => page.locator('section[data-may-drop]').nth(3).waitFor();
  await handle.focus();
  await page.keyboard.press('Space');
  await said.filter({ hasText: 'Colonnes possibles : Contacté, RDV pris, Converti ou Perdu.' }).waitFor();
  await isLifted();
  await page.keyboard.press('ArrowRight');
  await said.filter({ hasText: 'au-dessus de « Contacté »' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await said.filter({ hasText: 'au-dessus de « RDV pris »' }).waitFor();
  await page.keyboard.press('Escape');
  await said.filter({ hasText: "rien n'a changé" }).waitFor();
  await card(page, 'Sophie Dubois', 'Nouveau').waitFor();

  await handle.focus();
  await page.keyboard.press('Enter');
  await said.filter({ hasText: 'carte saisie' }).waitFor();
  await isLifted();
  await page.keyboard.press('ArrowRight');
  await said.filter({ hasText: 'au-dessus de « Contacté »' }).waitFor();
  await page.keyboard.press('Enter');
  await card(page, 'Sophie Dubois', 'Contacté').waitFor();
  // The card is another element there: its handle has the focus again.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Déplacer Sophie Dubois');
  // And so has the menu after it has moved the card.
  const menu = page.getByRole('button', { name: 'Changer le statut de Sophie Dubois' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'RDV pris' }).focus();
  await page.keyboard.press('Enter');
  await card(page, 'Sophie Dubois', 'RDV pris').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Changer le statut de Sophie Dubois');
  expect(problems).toEqual([]);
  await close();
});

test('what the server refuses goes back, and is said; once it answers again, it is done', async () => {
  const { owner } = await givenOwner([{ prospectName: 'Sophie Dubois' }]);
  const { page, close } = await openSignedIn(running, owner, BOARD, { size: 'desktop' });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let refused = true;
  await page.route('**/status', async (route) => {
    if (!refused) return route.continue();
    await held;
    return route.abort('connectionrefused');
  });
  await carry(page, 'Sophie Dubois', 'RDV pris');
  await page.mouse.up();
  // On screen at once, before the server has answered.
  await card(page, 'Sophie Dubois', 'RDV pris').waitFor();
  release();
  await card(page, 'Sophie Dubois', 'Nouveau').waitFor();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Le service ne répond pas.').waitFor();
  refused = false;
  await dialog.getByRole('button', { name: 'Passer à « RDV pris »' }).click();
  await dialog.waitFor({ state: 'detached' });
  await card(page, 'Sophie Dubois', 'RDV pris').waitFor();
  expect(await count(column(page, 'Nouveau'))).toBe(0);
  await close();
});

test('on a phone one column is seen: swiped, jumped to, and moved by menu', async () => {
  const { owner } = await givenOwner([
    { prospectName: 'Karim Benali', status: 'contacted', contactedAt: new Date() },
    { prospectName: 'Sophie Dubois' },
  ]);
  const { page, problems, close } = await openSignedIn(running, owner, BOARD, { size: 'phone' });
  await card(page, 'Sophie Dubois').waitFor();
  expect(await pageFaults(page)).toEqual([]);
  const jumps = page.getByRole('navigation', { name: 'Colonnes' });
  const seen = () => jumps.locator('[aria-current]').innerText();
  const isInSight = async (name: string) => {
    const box = await card(page, name).boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= 360;
  };
  expect([await isInSight('Sophie Dubois'), await isInSight('Karim Benali')]).toEqual([true, false]);
  await jumps.getByRole('button', { name: /^Contacté/ }).click();
  await expect.poll(() => isInSight('Karim Benali')).toBe(true);
  await expect.poll(seen).toMatch(/^Contacté/);
  // A finger drawn to the right brings the one before.
  await swipe(page, card(page, 'Karim Benali'), 220);
  await expect.poll(() => isInSight('Sophie Dubois')).toBe(true);
  await expect.poll(seen).toMatch(/^Nouveau/);

  await page.getByRole('button', { name: 'Changer le statut de Sophie Dubois' }).click();
  await page.getByRole('menuitem').first().waitFor();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
    'Contacté',
    'RDV pris',
    'Converti',
    'Perdu',
  ]);
  await page.getByRole('menuitem', { name: 'RDV pris' }).click();
  await page.getByRole('status').filter({ hasText: 'Sophie Dubois : RDV pris' }).waitFor();
  expect(await count(jumps.getByRole('button', { name: /^RDV pris/ }))).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

test('a change elsewhere moves the card, and leaves an open menu open', async () => {
  const { owner, ids } = await givenOwner([
    { prospectName: 'Karim Benali' },
    { prospectName: 'Sophie Dubois' },
  ]);
  const other = await owner.signIn();
  const { page, problems, close } = await openSignedIn(running, owner, BOARD, { size: 'desktop' });
  await page.getByRole('button', { name: 'Changer le statut de Sophie Dubois' }).click();
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await other.post(`/api/recommendations/${ids[0]}/status`, { to: 'contacted', expected: 'new' });
  await card(page, 'Karim Benali', 'Contacté').waitFor();
  expect(await menu.isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await close();
});
