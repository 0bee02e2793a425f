/// <reference lib="dom" />
/** What the owner sees, in a real Chromium, of the dashboard as it is built, against the real application. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageMerging } from '../src/tracking/store/usage-merging.js';
import { type RunningApp, startApp } from './support/app.js';
import { freePort } from './support/free-port.js';
import { type OpenedPage, type OpenOptions, openPage } from './support/browser.js';
import { beacon, click, Client, view } from './support/client.js';
import { freshDatabase } from './support/database.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { mailTo } from './support/mailbox.js';
import { pageFaults } from './support/page-faults.js';
import { signInTo } from './support/signed-in-page.js';

const DAY_MS = 86_400_000;
const NEW_PASSWORD = 'un nouveau mot de passe';

/** The words that the tests look for. */
const WORDS = {
  fr: {
    tiles: { views: 'Visites', clicks: 'Clics', phone: 'Téléphone', email: 'E-mail', whatsapp: 'WhatsApp' },
    today: "3 visites aujourd'hui",
    firstVisit: 'Partagez votre carte',
    linkDead: "Ce lien n'est plus valable",
    notFound: "Cette page n'existe pas",
    menu: 'Mon compte',
    signOut: 'Se déconnecter',
  },
  en: {
    tiles: { views: 'Visits', clicks: 'Clicks', phone: 'Phone', email: 'E-mail', whatsapp: 'WhatsApp' },
    today: '3 visits today',
    firstVisit: 'Share your card',
    linkDead: 'This link is no longer valid',
    notFound: 'This page does not exist',
    menu: 'My account',
    signOut: 'Sign out',
  },
} as const;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** A page that says which of its waits was in vain, before the whole test's time is over. */
async function open(options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = await openPage({ ...options, context: { reducedMotion: 'reduce' } });
  opened.page.setDefaultTimeout(20_000);
  return opened;
}

const form = (page: Page) => ({
  email: page.locator('input[name="email"]'),
  password: page.locator('input[name="password"]'),
  newPassword: page.locator('input[name="new-password"]'),
  submit: page.locator('button[type="submit"]'),
});

/** Signs in by hand where the page shows the form. */
async function signIn(page: Page, { email }: GivenAccount, password = PASSWORD): Promise<void> {
  await form(page).email.fill(email);
  await form(page).password.fill(password);
  await form(page).submit.click();
}

/** Opens an address of the dashboard, signed in already. */
async function openSignedIn(owner: GivenAccount, path = '/', from = running): Promise<OpenedPage> {
  const opened = await open();
  await signInTo(from, opened.context, owner.email);
  await opened.page.goto(from.url + path);
  return opened;
}

const visit = (slug: string, events: Parameters<typeof beacon>[1], { url } = running) =>
  new Client(url).post('/api/track', beacon(slug, events));

const says = (page: Page, words: string) => page.getByRole('main').getByText(words).first().waitFor();

const isCard = (slug: string) => (url: URL) => url.searchParams.get('card') === slug;

/** The two figures of a tile: today's and the total. */
async function figures(page: Page, name: string): Promise<{ today: number; total: number }> {
  const text = await page.getByRole('group', { name, exact: true }).innerText();
  const [today = NaN, total = NaN] = (text.match(/\d+/g) ?? []).map(Number);
  return { today, total };
}

describe.each([
  { size: 'phone', locale: 'fr' },
  { size: 'desktop', locale: 'en' },
] as const)('at $size size, in $locale', ({ size, locale }) => {
  const words = WORDS[locale];
  const openHere = () => open({ size, locale: locale === 'fr' ? 'fr-FR' : 'en-GB' });

  test('before signing in, nothing is amiss and the console is silent', async () => {
    const { page, problems } = await openHere();
    for (const [path, landmark] of [
      ['/', form(page).password],
      ['/forgot-password', form(page).email],
      ['/choose-password?token=of-no-use', form(page).newPassword],
      ['/choose-password', page.getByRole('heading', { name: words.linkDead })],
      ['/nowhere', page.getByRole('heading', { name: words.notFound })],
    ] as const) {
      await page.goto(running.url + path);
      await landmark.waitFor();
      expect([path, await pageFaults(page, 'own size'), problems]).toEqual([path, [], []]);
    }
    await page.close();
  });

  test("the overview says what the API's summary says, for each of many cards", async () => {
    const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 30, locale });
    const [, unvisited = '', visited = ''] = owner.slugs;
    await visit(visited, [view(DAY_MS), click('email', DAY_MS)]);
    for (let time = 0; time < 3; time += 1) {
      await visit(visited, [view(), click('phone'), click('calendar'), click('x'.repeat(64))]);
    }
    const { page, problems } = await openHere();

    await page.goto(`${running.url}/?card=${visited}`);
    await page.waitForURL('**/sign-in?next=*');
    await signIn(page, owner);
    await page.waitForURL(isCard(visited));
    await says(page, words.today);
    const { body } = await (await owner.signIn()).get(`/api/cards/${visited}/stats/summary`);
    expect(body).toMatchObject({ views: { total: 4, today: 3 }, clicks: { total: 10, today: 9 } });
    expect(await figures(page, words.tiles.views)).toEqual(body.views);
    expect(await figures(page, words.tiles.clicks)).toMatchObject({ today: 9, total: 10 });
    for (const target of ['phone', 'email', 'whatsapp'] as const) {
      const counted = body.clicks.byTarget.find((each: { target: string }) => each.target === target);
      expect(counted).toMatchObject(await figures(page, words.tiles[target]));
    }
    expect(await pageFaults(page, 'own size')).toEqual([]);

    await page.locator('button[aria-haspopup="listbox"]').click();
    const switcher = page.locator('input[aria-haspopup="listbox"]');
    await switcher.fill(unvisited.slice(-2));
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await page.getByRole('option', { name: unvisited, exact: false }).first().click();
    await page.waitForURL(isCard(unvisited));
    await says(page, words.firstVisit);
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await page.reload();
    await says(page, words.firstVisit);
    expect(page.url()).toBe(`${running.url}/?card=${unvisited}`);
    await page.goBack();
    await says(page, words.today);
    expect(page.url()).toBe(`${running.url}/?card=${visited}`);

    // Somebody who is signed in already is not asked again.
    await page.goto(`${running.url}/sign-in?next=${encodeURIComponent(`/?card=${unvisited}`)}`);
    await page.waitForURL(isCard(unvisited));
    await page.getByRole('button', { name: words.menu }).click();
    await page.getByRole('menuitem', { name: words.signOut }).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await page.getByRole('menuitem', { name: words.signOut }).click();
    await form(page).password.waitFor();
    await page.goBack();
    await form(page).password.waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe.concurrent('on a phone, in French', () => {
  test('a wrong password is told in words, a forgotten one is replaced by mail', async () => {
    const owner = await givenAccount(running);
    const { page } = await open();
    await page.goto(running.url);
    await signIn(page, owner, 'not the password');
    await page.getByRole('alert').getByText('E-mail ou mot de passe incorrect').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    // The address changes before the page does, and both have a field for the e-mail.
    await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    await form(page).email.fill(owner.email);
    await form(page).submit.click();
    await page.getByText(owner.email).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    const { link } = await mailTo(owner.email);
    await page.goto(link);
    await form(page).newPassword.fill('trop court'.slice(0, 9));
    await form(page).submit.click();
    await page.getByText('Encore un peu').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await form(page).newPassword.fill(NEW_PASSWORD);
    await form(page).submit.click();
    await page.getByText('Mot de passe enregistré').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.waitForURL('**/sign-in');
    await signIn(page, owner, NEW_PASSWORD);
    await says(page, 'Partagez votre carte');
    // Once is enough: the link has served.
    await page.goto(link);
    await form(page).newPassword.fill('encore un autre mot');
    await form(page).submit.click();
    await page.getByText("Ce lien n'est plus valable").waitFor();
    await page.close();
  });

  test('names of 120 characters without a space, figures in the millions, and no card at all fit', async () => {
    const owner = await givenAccount(running);
    const name = 'W'.repeat(120);
    await running.dataSource.query('UPDATE accounts SET name = $2 WHERE account_id = $1', [owner.id, name]);
    await running.dataSource.query('UPDATE cards SET title = $2 WHERE account_id = $1', [owner.id, name]);
    await visit(owner.slugs[0] as string, [view(), click('phone'), click('calendar')]);
    await running.app.get(UsageMerging).settle(owner.id);
    for (const table of ['usage_days', 'usage_day_breakdowns']) {
      const views = table === 'usage_days' ? ', views = 2222222' : '';
      await running.dataSource.query(`UPDATE ${table} SET clicks = 2222222${views} WHERE account_id = $1`, [
        owner.id,
      ]);
    }
    const { page, problems } = await openSignedIn(owner);
    await says(page, "2\u202f222\u202f222 visites aujourd'hui");
    expect(await pageFaults(page)).toEqual([]);
    const cardless = await givenAccount(running, { cards: 0 });
    await page.context().clearCookies();
    await page.goto(running.url);
    await signIn(page, cardless);
    await says(page, 'Votre carte arrive bientôt');
    expect(await pageFaults(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('figures move by the stream, and where streams are blocked by polling', async () => {
    const owner = await givenAccount(running);
    const slug = owner.slugs[0] as string;
    const { page, problems } = await openSignedIn(owner);
    await page.locator('[data-status="live"]').waitFor();
    await says(page, 'Partagez votre carte');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await visit(slug, [view()]);
    await says(page, "1 visite aujourd'hui");
    expect(asked.filter((url) => url.includes('/stats/'))).toEqual([]);
    expect(problems).toEqual([]);

    await page.route('**/api/live', (route) => route.abort());
    await page.reload();
    await says(page, "1 visite aujourd'hui");
    await visit(slug, [view(), click('email')]);
    await says(page, '1 clic sur mon e-mail');
    await page.locator('[data-status="live"]').waitFor();
    await page.close();
  });

  test('answers that are errors or nonsense are told as what they are, and can be asked for again', async () => {
    const owner = await givenAccount(running);
    const { page } = await open();
    const spoilt = { me: true, summary: true };
    await page.route('**/api/live', (route) => route.abort());
    await page.route('**/api/me', (route) =>
      spoilt.me
        ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' })
        : route.continue(),
    );
    await page.route('**/stats/summary', (route) =>
      spoilt.summary
        ? route.fulfill({ contentType: 'application/json', body: '{"views":"many"}' })
        : route.continue(),
    );
    await page.goto(running.url);
    await signIn(page, owner);
    await page.getByRole('alert').getByText('Le service a rencontré une erreur').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    spoilt.me = false;
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('alert').getByText("La réponse reçue n'est pas celle attendue").waitFor();
    await page.getByRole('button', { name: 'Réessayer' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    spoilt.summary = false;
    await says(page, 'Partagez votre carte');
    await page.close();
  });

  test('the API away is told, what was known stays, and it mends without a reload', async () => {
    const settings = { PORT: String(await freePort()) };
    const databaseUrl = await freshDatabase();
    const first = await startApp(settings, databaseUrl);
    const owner = await givenAccount(first);
    const slug = owner.slugs[0] as string;
    await visit(slug, [view()], first);
    const { page } = await openSignedIn(owner, '/', first);
    await page.locator('[data-status="live"]').waitFor();
    await page.evaluate(() => Object.assign(window, { wasHereBefore: true }));
    await first.close();
    await page.locator('[data-status="reconnecting"]').waitFor();
    await says(page, "1 visite aujourd'hui");
    expect(await pageFaults(page)).toEqual([]);
    const second = await startApp(settings, databaseUrl);
    await visit(slug, [view()], second);
    await says(page, "2 visites aujourd'hui");
    await page.locator('[data-status="live"]').waitFor();
    expect(await page.evaluate(() => 'wasHereBefore' in window)).toBe(true);
    await page.close();
  });

  test('a session ended elsewhere leads to sign-in, and from there back to the same page', async () => {
    const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
    const [first = '', second = ''] = owner.slugs;
    const { page, context } = await openSignedIn(owner, `/?card=${first}`);
    await says(page, 'Partagez votre carte');
    await page.locator('button[aria-haspopup="listbox"]').click();
    await page.getByRole('option', { name: second }).click();
    await page.waitForURL(isCard(second));
    await running.dataSource.query(
      'DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = $1)',
      [owner.id],
    );
    // The line breaks, and is not opened again.
    await context.setOffline(true);
    await context.setOffline(false);
    await page.waitForURL('**/sign-in?next=*');
    await signIn(page, owner);
    await says(page, 'Partagez votre carte');
    expect(page.url()).toBe(`${running.url}/?card=${second}`);
    await page.close();
  });
});
