/// <reference lib="dom" />
/** An owner changes the card, sees it beforehand, saves, and a visitor sees the same. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { pageFaults } from './support/page-faults.js';
import { signInTo } from './support/signed-in-page.js';

const WORDS = {
  fr: {
    name: 'Nom',
    number: 'Numéro 1',
    add: 'Ajouter un numéro',
    color: 'Couleur',
    use: 'Utiliser cette photo',
    edit: 'Modifier',
    preview: 'Aperçu',
    save: 'Enregistrer',
    saved: 'Tout est enregistré.',
    unsaved: 'Modifications non enregistrées.',
    wrong: "Ce numéro n'existe pas.",
    heic: 'au format HEIC',
    usage: 'Utilisation',
    leave: 'Quitter sans enregistrer ?',
    stay: 'Rester sur la page',
    go: 'Quitter sans enregistrer',
    conflict: 'modifiée ailleurs',
    mine: 'Garder la mienne',
  },
  en: {
    name: 'Name',
    number: 'Number 1',
    add: 'Add a number',
    color: 'Colour',
    use: 'Use this photo',
    edit: 'Edit',
    preview: 'Preview',
    save: 'Save',
    saved: 'Everything is saved.',
    unsaved: 'Unsaved changes.',
    wrong: 'This number does not exist.',
    heic: 'HEIC format',
    usage: 'Usage',
    leave: 'Leave without saving?',
    stay: 'Stay on the page',
    go: 'Leave without saving',
    conflict: 'changed elsewhere',
    mine: 'Keep mine',
  },
} as const;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** A photo as a camera makes it: larger than the card needs, and not square. */
async function photo(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 });
    const context = canvas.getContext('2d');
    context?.fillRect(0, 0, 800, 900);
    return canvas.toDataURL('image/jpeg');
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function openEditor(
  owner: GivenAccount,
  size: 'phone' | 'desktop',
  locale: 'fr' | 'en',
): Promise<OpenedPage> {
  const opened = await openPage({
    size,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    context: { reducedMotion: 'reduce' },
  });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await signInTo(running, opened.context, owner.email);
  await page.goto(`${running.url}/card`);
  return opened;
}

describe.each([
  { size: 'phone', locale: 'fr' },
  { size: 'desktop', locale: 'en' },
] as const)('at $size size, in $locale', ({ size, locale }) => {
  const words = WORDS[locale];
  const phone = size === 'phone';

  const fields = (page: Page) => ({
    name: page.getByRole('textbox', { name: words.name, exact: true }),
    number: page.getByRole('textbox', { name: words.number }),
    color: page.getByRole('textbox', { name: words.color }),
    file: page.locator('input[type="file"]'),
    save: page.getByRole('button', { name: words.save, exact: true }),
  });
  const says = (page: Page, text: string) => page.getByText(text).first().waitFor();
  /** On a phone the form and the card are two sides of one page. */
  const turn = async (page: Page, side: 'edit' | 'preview') => {
    if (phone) await page.getByText(words[side], { exact: true }).click();
  };

  test('a photo is cut to a square, and one that browsers cannot show is refused in words', async () => {
    const owner = await givenAccount(running, { locale, profile: { name: 'Zoé', role: 'X'.repeat(120) } });
    const { page, close } = await openEditor(owner, size, locale);
    const { file, save } = fields(page);
    await says(page, words.saved);
    await file.setInputFiles({ name: 'a.heic', mimeType: 'image/heic', buffer: Buffer.from('heic') });
    await says(page, words.heic);
    await file.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
    await page.getByRole('button', { name: words.use }).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await page.getByRole('button', { name: words.use }).click();
    await says(page, words.unsaved);

    await save.click();
    await says(page, words.saved);

    const visitor = new Client(running.url);
    const { body } = await visitor.get(`/c/${owner.slugs[0]}`);
    const source = /<img class="photo" src="([^"]+)"/.exec(body as string)?.[1] ?? '';
    const { status, headers } = await visitor.get(source);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await close();
  });

  test('a number that cannot be one is told beside its field, and nothing is saved meanwhile', async () => {
    const owner = await givenAccount(running, { locale, profile: { name: 'Zoé' } });
    const { page, close } = await openEditor(owner, size, locale);
    const { number, save } = fields(page);
    const pageOf = async () => (await new Client(running.url).get(`/c/${owner.slugs[0]}`)).body as string;
    await says(page, words.saved);
    await page.getByRole('button', { name: words.add }).click();
    await number.fill('06 12 34 56');
    await save.click();
    await says(page, words.wrong);
    expect(await pageFaults(page, 'own size')).toEqual([]);
    expect(await pageOf()).not.toContain('tel:');
    await number.fill('06 12 34 56 78');
    await save.click();
    await says(page, words.saved);
    expect(await pageOf()).toContain('tel:+33612345678');
    await close();
  });

  test('what is typed is in the preview, then saved, then on the card', async () => {
    const owner = await givenAccount(running, { locale, profile: { name: 'Zoé', role: 'X'.repeat(120) } });
    const { page, problems, close } = await openEditor(owner, size, locale);
    const { name, number, color, file, save } = fields(page);
    await says(page, words.saved);
    const card = page.frameLocator('iframe');
    const scrolled = () => page.frames()[1]?.evaluate(() => Math.round(scrollY));

    await name.fill('Zoé Lefèvre');
    await color.fill('#8c2f5b');
    await color.press('Escape');
    await file.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
    await page.getByRole('button', { name: words.use }).click();
    await turn(page, 'preview');
    await card.getByRole('heading', { name: 'Zoé Lefèvre' }).waitFor();
    await card.locator('img.photo[src^="data:image/jpeg"]').waitFor();
    expect(await card.locator('style').innerText()).toContain('--accent:#8c2f5b');
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await page.frames()[1]?.evaluate(() => scrollTo(0, 40));
    const before = await scrolled();

    await turn(page, 'edit');
    await page.getByRole('button', { name: words.add }).click();
    await number.fill('06 12 34 56 78');
    await turn(page, 'preview');
    await card.locator('a[href="tel:+33612345678"]').first().waitFor({ state: 'attached' });
    expect(await scrolled()).toBe(before);
    await turn(page, 'edit');
    await save.click();
    await says(page, words.saved);
    const { body } = await new Client(running.url).get(`/c/${owner.slugs[0]}`);
    for (const shown of ['Zoé Lefèvre', 'tel:+33612345678', '--accent:#8c2f5b']) {
      expect(body).toContain(shown);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test('unsaved changes are not left behind unasked, and two owners at once lose nothing', async () => {
    const owner = await givenAccount(running, { locale, plan: 'multi-cartes', cards: 2 });
    const { page, close } = await openEditor(owner, size, locale);
    const { name, save } = fields(page);
    await says(page, words.saved);
    await name.fill('Zoé Lefèvre');

    const usage = page.getByRole('link', { name: words.usage }).filter({ visible: true });
    await usage.click();
    await says(page, words.leave);
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await page.getByRole('button', { name: words.stay }).last().click();
    expect([new URL(page.url()).pathname, await name.inputValue()]).toEqual(['/card', 'Zoé Lefèvre']);

    const path = `/api/cards/${owner.slugs[0]}`;
    const other = await owner.signIn();
    await other.request('PATCH', path, { profile: { name: 'Un autre' } });
    await save.click();
    await says(page, words.conflict);
    expect(await pageFaults(page, 'own size')).toEqual([]);
    expect((await other.get(path)).body.profile.name).toBe('Un autre');
    await page.getByRole('button', { name: words.mine }).click();
    await says(page, words.saved);
    expect((await other.get(path)).body.profile.name).toBe('Zoé Lefèvre');

    await name.fill('Encore');
    await usage.click();
    await page.getByRole('button', { name: words.go }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect((await other.get(path)).body.profile.name).toBe('Zoé Lefèvre');
    await close();
  });
});
