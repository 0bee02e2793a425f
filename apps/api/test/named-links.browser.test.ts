/// <reference lib="dom" />
/** What an owner does with named links: make one for a fair, hand it out, print it, and delete it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage, type OpenOptions } from './support/browser.js';
import { beacon, Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { pageFaults } from './support/page-faults.js';
import { readQr } from './support/read-qr.js';
import { signInTo } from './support/signed-in-page.js';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** The screen of sources, signed in. */
async function openSources(
  owner: GivenAccount,
  path = '/sources',
  options: OpenOptions = {},
): Promise<OpenedPage> {
  const opened = await openPage({
    ...options,
    context: { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] },
  });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await signInTo(running, opened.context, owner.email);
  await page.goto(running.url + path);
  await page.getByRole('heading', { name: 'Mes liens nommés' }).waitFor();
  return opened;
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

async function create(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Créer un lien' }).click();
  await dialog(page, 'Créer un lien').getByLabel('Nom du lien').fill(label);
  await page.getByRole('button', { name: 'Créer le lien' }).click();
}

/** One visit by the address of a link. */
async function visit(slug: string, url: string): Promise<void> {
  const sent = beacon(slug, [{ type: 'view', age: 0, url }]);
  expect((await new Client(running.url).post('/api/track', sent)).body).toMatchObject({ accepted: 1 });
}

async function linksOf(owner: GivenAccount): Promise<{ code: string; label: string; url: string }[]> {
  const { body } = await (await owner.signIn()).get(`/api/cards/${owner.slugs[0]}/links`);
  return (body as { links: { code: string; label: string; url: string }[] }).links;
}

/** A file that a link of the page downloads, with the name that it gets. */
async function download(page: Page, kind: 'SVG' | 'PNG'): Promise<{ name: string; bytes: Buffer }> {
  const begun = page.waitForEvent('download');
  await page.getByRole('link', { name: `Télécharger le QR code en ${kind}` }).click();
  const file = await begun;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a link is made, copied and downloaded', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const slug = owner.slugs[0] as string;
  const { page, problems, close } = await openSources(owner);
  await page.getByText('Aucun lien nommé').waitFor();

  await create(page, '  Salon de Lyon ');
  const shown = dialog(page, 'Salon de Lyon');
  await shown.getByRole('img', { name: 'QR code du lien Salon de Lyon' }).waitFor();
  const [link] = await linksOf(owner);
  expect(link).toMatchObject({ label: 'Salon de Lyon' });
  const { code = '', url = '' } = link ?? {};
  await shown.getByText(url.replace('http://', '')).waitFor();
  expect(await pageFaults(page)).toEqual([]);

  await shown.getByRole('button', { name: "Copier l'adresse" }).click();
  await shown.getByRole('button', { name: 'Adresse copiée' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);

  const png = await download(page, 'PNG');
  expect(png.name).toBe(`${slug}-qr-${code}.png`);
  expect(readQr(png.bytes)?.data).toBe(url);
  const svg = await download(page, 'SVG');
  expect(svg.name).toBe(`${slug}-qr-${code}.svg`);
  expect(readQr(await drawn(svg.bytes))?.data).toBe(url);

  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'hidden' });
  await row(page, 'Salon de Lyon').waitFor();
  expect(problems).toEqual([]);
  await close();
});

test("a link's visits are counted, and stay when it is deleted", async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const slug = owner.slugs[0] as string;
  const { body } = await (await owner.signIn()).post(`/api/cards/${slug}/links`, { label: 'Salon de Lyon' });
  const { code, url } = body as { code: string; url: string };
  const { page, problems, close } = await openSources(owner);
  await row(page, 'Salon de Lyon').getByRole('cell', { name: '0' }).first().waitFor();
  await visit(slug, url);
  // The figures come by themselves.
  await row(page, 'Salon de Lyon').getByRole('cell', { name: /^1/ }).waitFor();

  await page.getByRole('button', { name: 'Adresse et QR code : Salon de Lyon' }).click();
  await page.getByRole('button', { name: 'Supprimer ce lien' }).click();
  const asked = dialog(page, 'Supprimer « Salon de Lyon » ?');
  await asked.getByText(`sous le code ${code}`).waitFor();
  expect(await pageFaults(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Supprimer le lien' }).click();
  await row(page, code).getByText('supprimé').waitFor();
  await row(page, code).getByRole('cell', { name: /^1/ }).waitFor();
  expect(await linksOf(owner)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('what is wrong with a name is said beside it, and what was typed stays', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const { page, close } = await openSources(owner, '/sources', { size: 'desktop' });
  await create(page, 'Vitrine');
  await dialog(page, 'Vitrine').getByRole('button', { name: 'Fermer' }).click();

  await create(page, '   ');
  const field = page.getByLabel('Nom du lien');
  const submit = page.getByRole('button', { name: 'Créer le lien' });
  const says = (words: string) => page.getByRole('dialog').getByText(words).waitFor();
  await says('Donnez un nom à ce lien.');
  await field.fill('x'.repeat(81));
  await submit.click();
  await says('80 caractères au plus, il y en a 81');
  await field.fill('vitrine');
  await submit.click();
  await says('porte déjà ce nom');
  expect(await field.inputValue()).toBe('vitrine');
  expect(await pageFaults(page)).toEqual([]);

  await page.route('**/links', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await field.fill('Vitrine de Noël');
  await submit.click();
  await says('Le service ne répond pas.');
  expect(await field.inputValue()).toBe('Vitrine de Noël');
  await page.unroute('**/links');
  await submit.click();
  await dialog(page, 'Vitrine de Noël').waitFor();
  expect((await linksOf(owner)).map(({ label }) => label)).toEqual(['Vitrine de Noël', 'Vitrine']);
  await close();
});

test('all of it by keyboard', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const { page, close } = await openSources(owner, '/sources', { size: 'desktop' });
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.matches('a, button') ? document.activeElement.textContent : '',
    );
  const tabTo = async (words: string) => {
    for (let step = 0; step < 40 && !(await focused()).includes(words); step += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toContain(words);
  };
  await tabTo('Créer un lien');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'label');
  await page.keyboard.type('Flyer');
  await page.keyboard.press('Enter');
  await dialog(page, 'Flyer').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Copier l'adresse");
  await tabTo('Supprimer ce lien');
  await page.keyboard.press('Enter');
  await dialog(page, 'Supprimer « Flyer » ?').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Annuler');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('Aucun lien nommé').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Créer un lien');
  expect(await linksOf(owner)).toEqual([]);
  await close();
});

test('a link goes on paper, as one large code or as ten, each on one page of A4', async () => {
  const owner = await givenAccount(running, { plan: 'premium' });
  const slug = owner.slugs[0] as string;
  const client: Client = await owner.signIn();
  const { body } = await client.post(`/api/cards/${slug}/links`, { label: `Salon ${'x'.repeat(74)}` });
  const { code, url } = body as { code: string; url: string };
  const { page, problems, close } = await openSources(owner, '/sources', { size: 'desktop' });
  await page.getByRole('button', { name: /^Adresse et QR code/ }).click();
  await page.getByRole('link', { name: 'Imprimer le QR code' }).click();
  await page.waitForURL(`${running.url}/print/${slug}/${code}`);
  const preview = page.getByRole('img', { name: /^Aperçu/ });
  for (const kind of ['Une affiche', '10 étiquettes']) {
    await page.locator('label', { hasText: kind }).click();
    await preview.waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.waitForFunction(() => Array.from(document.images).every(({ complete }) => complete));
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await page.locator('label', { hasText: 'Une affiche' }).click();
  expect(readQr(await preview.screenshot())?.data).toBe(url);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('main').isVisible()).toBe(false);
  expect(readQr(await page.screenshot({ fullPage: true }))?.data).toBe(url);
  await page.emulateMedia({ media: 'screen' });
  expect(problems).toEqual([]);

  await client.request('DELETE', `/api/cards/${slug}/links/${code}`);
  await page.reload();
  await page.getByRole('heading', { name: "Ce lien n'existe plus" }).waitFor();
  await page.getByRole('link', { name: 'Revenir aux sources' }).click();
  await page.waitForURL(`${running.url}/sources?card=${slug}`);
  await close();
});

test('over all cards links are counted, and made with a card', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
  const client = await owner.signIn();
  for (const slug of owner.slugs) await client.post(`/api/cards/${slug}/links`, { label: 'Salon' });
  const { page, problems, close } = await openSources(owner);
  await page.getByText("choisissez d'abord une carte").waitFor();
  await row(page, 'Salon').nth(1).waitFor();
  expect(await page.getByRole('button', { name: 'Créer un lien' }).count()).toBe(0);
  expect(await pageFaults(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

/** An SVG as pixels, drawn by the browser. */
async function drawn(svg: Buffer): Promise<Buffer> {
  const { page, close } = await openPage();
  await page.setContent(svg.toString('utf8'));
  const pixels = await page.locator('svg').screenshot();
  await close();
  return pixels;
}
