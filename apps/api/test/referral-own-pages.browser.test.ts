/** What a prospect and an ambassador see of their own pages in a real Chromium, in both languages, without JavaScript too. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { openPage } from './support/browser.js';
import { givenCard } from './support/given.js';
import { pageFaults } from './support/page-faults.js';
import { recommend } from './support/recommend.js';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** Of an owner of its own: who objects does so to all that an owner is told of them. */
const givenForm = () =>
  givenCard(running, {
    plan: 'force-de-vente',
    // The palest there is: what is written on it must be legible all the same.
    profile: { name: 'Patrice Durand', company: 'Atelier Lumière', color: '#ffff00' },
  });

const SOPHIE = { name: 'Sophie Dubois', phone: '06 12 34 56 78' };
const given = async () => (await recommend(running.url, await givenForm(), { prospect: SOPHIE })).body;
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

describe.each([
  { size: 'phone', locale: 'fr-FR', yes: 'Oui, rappelez-moi', back: 'Retirer mon accord' },
  { size: 'desktop', locale: 'en-GB', yes: 'Yes, call me back', back: 'Withdraw my consent' },
] as const)('at $size size, in $locale', ({ size, locale, yes, back }) => {
  test('nothing is amiss with the prospect’s page, whatever they answer', async () => {
    const { page, problems } = await openPage({ size, locale });
    const { consentUrl } = await given();
    const sound = async (state: string) =>
      expect([state, await pageFaults(page, 'own size'), problems]).toEqual([state, [], []]);
    await page.goto(consentUrl);
    await sound('asked');
    await page.getByRole('button', { name: yes }).click();
    await page.getByRole('button', { name: back }).waitFor();
    await sound('yes');
    await page.getByRole('button', { name: back }).click();
    await page.getByRole('button', { name: yes }).waitFor();
    await sound('no');
    await page.locator('a[href$="?confirm=erase"]').click();
    await page.locator('button[value="erase"]').waitFor();
    await sound('asked again');
    await page.goto(`${consentUrl}?confirm=object`);
    await page.locator('button[value="object"]').click();
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await sound('objected');
    await page.close();
  });

  test('nor with the ambassador’s', async () => {
    const { page, problems } = await openPage({ size, locale });
    const { statusUrl } = await given();
    await page.goto(statusUrl);
    expect(await page.locator('.sent').textContent()).toMatch(/Personne recommandée|Person you recommended/);
    expect(await page.locator('main').textContent()).not.toMatch(/Sophie|Dubois|06 12/);
    expect([await pageFaults(page, 'own size'), problems]).toEqual([[], []]);
    await page.locator('a[href$="?confirm=erase"]').click();
    await page.locator('button[value="erase"]').waitFor();
    expect([await pageFaults(page, 'own size'), problems]).toEqual([[], []]);
    await page.locator('button[value="erase"]').click();
    await page.getByRole('status').waitFor();
    expect([await pageFaults(page, 'own size'), problems]).toEqual([[], []]);
    await page.close();
  });
});

test('without JavaScript a prospect says yes, takes it back, and has their data erased', async () => {
  const { page, problems, context } = await openPage({ context: { javaScriptEnabled: false } });
  const { consentUrl } = await given();
  await page.goto(consentUrl);
  expect(await heading(page)).toBe('Marc Petit vous recommande à Patrice Durand (Atelier Lumière)');
  await page.getByRole('button', { name: 'Oui, rappelez-moi' }).click();
  await page.getByText('Vous avez accepté').waitFor();
  await page.getByRole('button', { name: 'Retirer mon accord' }).click();
  await page.getByText('ne doit pas vous appeler').waitFor();
  await page.getByRole('link', { name: 'Effacer mes données' }).click();
  expect(await heading(page)).toBe('Effacer vos données\u00a0?');
  await page.getByRole('link', { name: 'Non, revenir' }).click();
  await page.getByRole('link', { name: 'Effacer mes données' }).click();
  await page.getByRole('button', { name: 'Effacer mes données' }).click();
  await page.getByText('n’a plus rien').waitFor();
  // Their own choice is kept with the recommendation, nothing on their device.
  expect(await context.cookies()).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('hostile names stand on the pages as they are, and run nothing', async () => {
  const hostile = `<img src=x onerror=alert(1)> ${'W'.repeat(80)}`;
  const ambassador = { name: hostile, email: 'hostile@example.fr', phone: null };
  const prospect = { name: hostile, phone: '06 12 34 56 79' };
  const { consentUrl, statusUrl } = (
    await recommend(running.url, await givenForm(), { ambassador, prospect })
  ).body;
  const { page, problems } = await openPage();
  for (const url of [consentUrl, statusUrl]) {
    await page.goto(url);
    expect(await page.locator('main').textContent()).toContain('<img');
    expect([await pageFaults(page, 'own size'), problems]).toEqual([[], []]);
  }
  await page.close();
});
