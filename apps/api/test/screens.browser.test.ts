/// <reference lib="dom" />
/** What a person sees of the first screens and of the card, in a real Chromium, against the real application. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { freePort, type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { beacon, click, Client, view } from './support/client.js';
import { freshDatabase } from './support/database.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { mailTo } from './support/mailbox.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PROFILE = {
  name: 'Zoé Lefèvre-Saint-Exupéry',
  role: 'Conseillère',
  company: 'Ateliers <b>Lefèvre</b> & Fils',
  tagline: 'Un devis clair en 48 heures : appelez !',
  phones: [
    { kind: 'mobile' as const, number: '+33639980199' },
    { kind: 'work' as const, number: '+33261910799' },
  ],
  whatsapp: '+33639980199',
  email: 'zoe@lefevre.example',
  website: 'https://www.lefevre.example/',
  calendar: 'https://rdv.lefevre.example/',
  address: { street: '1 rue de la Paix', postalCode: '75002', city: 'Paris', country: 'FR' },
  socials: {
    linkedin: 'https://www.linkedin.com/in/zoe-exemple',
    tiktok: 'https://www.tiktok.com/@zoe-exemple',
  },
};

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

const VARIANTS = [
  { size: 'phone', locale: 'fr-FR', colorScheme: 'light' },
  { size: 'phone', locale: 'en-GB', colorScheme: 'dark' },
  { size: 'desktop', locale: 'fr-FR', colorScheme: 'dark' },
  { size: 'desktop', locale: 'en-GB', colorScheme: 'light' },
] as const;

/** What is wrong with the page as it stands: axe's findings, and what lies outside its width. */
async function faults(page: Page): Promise<string[]> {
  // Evaluated by the browser's tools, which the page's own policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth} px wide in a window of ${clientWidth}`);
    return found;
  });
}

const inputs = (page: Page) => ({
  email: page.locator('input[name="email"]'),
  password: page.locator('input[name="password"]'),
  submit: page.locator('button[type="submit"]'),
});

async function signIn({ page }: OpenedPage, { email }: GivenAccount, password = PASSWORD): Promise<void> {
  const form = inputs(page);
  await form.email.fill(email);
  await form.password.fill(password);
  await form.submit.click();
}

const main = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');

describe.concurrent.each(VARIANTS)(
  'at $size size, $locale, $colorScheme',
  ({ size, locale, colorScheme }) => {
    test('sign-in, overview and its figures', async () => {
      const owner = await givenAccount(running, {
        plan: 'multi-cartes',
        cards: 30,
        locale: locale === 'fr-FR' ? 'fr' : 'en',
      });
      const slug = owner.slugs[7] as string;
      for (let visit = 0; visit < 3; visit += 1) {
        await new Client(running.url).post(
          '/api/track',
          beacon(slug, [view(), click('phone'), click('calendar')]),
        );
      }
      const opened = await openPage({ size, locale, context: { colorScheme } });
      const { page } = opened;
      await page.goto(`${running.url}/?card=${slug}`);
      await inputs(page).email.waitFor();
      expect(await faults(page)).toEqual([]);
      await signIn(opened, owner);
      await page.getByRole('group').first().waitFor();
      expect(new URL(page.url()).searchParams.get('card')).toBe(slug);
      const { body } = await (await owner.signIn()).get(`/api/cards/${slug}/stats/summary`);
      expect(body).toMatchObject({ views: { total: 3, today: 3 }, clicks: { total: 6, today: 6 } });
      const told = await main(page);
      const phone = locale === 'fr-FR' ? 'Téléphone' : 'Phone';
      const today = locale === 'fr-FR' ? "3 visites aujourd'hui" : '3 visits today';
      expect(told).toContain(today);
      const tile = await page.getByRole('group', { name: phone }).innerText();
      expect(tile.replaceAll(/\s+/g, ' ')).toMatch(/\b3\b.*\b3\b/);
      expect(await faults(page)).toEqual([]);
      await page.reload();
      await page.getByRole('group', { name: phone }).waitFor();
      expect(new URL(page.url()).searchParams.get('card')).toBe(slug);
      // Somebody who is signed in already is not asked again.
      await page.goto(`${running.url}/sign-in`);
      await page.waitForURL(`${running.url}/`);
      expect(opened.problems).toEqual([]);
      await opened.close();
    });

    test('the card, its QR code and its information page', async () => {
      const { slugs } = await givenAccount(running, { profile: PROFILE });
      const { slugs: longNamed } = await givenAccount(running, { profile: { name: 'x'.repeat(120) } });
      const opened = await openPage({ size, locale, context: { colorScheme } });
      for (const path of [
        `/c/${slugs[0]}`,
        `/c/${slugs[0]}/qr`,
        `/c/${slugs[0]}/privacy`,
        `/c/${longNamed[0]}`,
      ]) {
        await opened.page.goto(running.url + path);
        expect([path, await faults(opened.page)]).toEqual([path, []]);
      }
      expect(opened.problems).toEqual([]);
      await opened.close();
    });
  },
);

describe.concurrent('on a phone, in French', () => {
  test('a wrong password is told in words, and a forgotten one is replaced by mail', async () => {
    const owner = await givenAccount(running);
    const opened = await openPage();
    const { page } = opened;
    await page.goto(running.url);
    await inputs(page).email.waitFor();
    await signIn(opened, owner, 'not the password');
    await page.getByRole('alert').getByText('E-mail ou mot de passe incorrect').waitFor();
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    // The address changes before the page does.
    await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    await inputs(page).email.fill(owner.email);
    await inputs(page).submit.click();
    await page.getByText('Regardez votre boîte mail').waitFor();
    const { link } = await mailTo(owner.email);
    await page.goto(link);
    await page.locator('input[name="new-password"]').fill('un nouveau mot de passe');
    await inputs(page).submit.click();
    await page.getByText('Mot de passe enregistré').waitFor();
    await page.goto(link);
    await page.locator('input[name="new-password"]').fill('encore un autre mot');
    await inputs(page).submit.click();
    await page.getByText("Ce lien n'est plus valable").waitFor();
    await page.goto(running.url);
    await inputs(page).email.waitFor();
    await signIn(opened, owner, 'un nouveau mot de passe');
    await page.getByText('Partagez votre carte').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await opened.close();
  });

  test('figures move by polling where streams are blocked', async () => {
    const owner = await givenAccount(running);
    const slug = owner.slugs[0] as string;
    await new Client(running.url).post('/api/track', beacon(slug, [view()]));
    const opened = await openPage();
    const { page } = opened;
    await page.route('**/api/live', (route) => route.abort());
    await page.goto(running.url);
    await inputs(page).email.waitFor();
    await signIn(opened, owner);
    await page.getByText("1 visite aujourd'hui").first().waitFor();
    await new Client(running.url).post('/api/track', beacon(slug, [view(), click('email')]));
    await page.getByText("2 visites aujourd'hui").first().waitFor({ timeout: 6_000 });
    expect(await main(page)).toContain('1 clic sur mon e-mail');
    await opened.close();
  });

  test('an answer that is an error or no answer at all is shown as what it is, and can be tried again', async () => {
    const owner = await givenAccount(running);
    const opened = await openPage();
    const { page } = opened;
    let answer: { status: number; contentType: string; body: string } | undefined = {
      status: 500,
      contentType: 'application/problem+json',
      body: '{"code":"internal_error"}',
    };
    await page.route('**/stats/summary', (route) =>
      answer === undefined ? route.continue() : route.fulfill(answer),
    );
    await page.route('**/api/live', (route) => route.abort());
    await page.goto(running.url);
    await inputs(page).email.waitFor();
    await signIn(opened, owner);
    await page.getByText('Le service a rencontré une erreur').waitFor({ timeout: 15_000 });
    answer = { status: 200, contentType: 'application/json', body: '{"views":"many"}' };
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText("La réponse reçue n'est pas celle attendue").waitFor({ timeout: 15_000 });
    expect(await faults(page)).toEqual([]);
    answer = undefined;
    await page.getByText('Partagez votre carte').first().waitFor({ timeout: 15_000 });
    await opened.close();
  });

  test('a session that ends elsewhere leads to sign-in and back to the same page; signing out ends it', async () => {
    const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2 });
    const slug = owner.slugs[1] as string;
    const opened = await openPage();
    const { page } = opened;
    await page.goto(`${running.url}/?card=${slug}`);
    await inputs(page).email.waitFor();
    await signIn(opened, owner);
    await page.getByText('Partagez votre carte').first().waitFor();
    await running.dataSource.query(
      'DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = $1)',
      [owner.id],
    );
    await page.reload();
    await page.waitForURL('**/sign-in**');
    await inputs(page).email.waitFor();
    await signIn(opened, owner);
    await page.waitForURL((url) => url.searchParams.get('card') === slug);
    await page.getByRole('button', { name: /Mon compte/ }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await inputs(page).email.waitFor();
    const [row] = await running.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = $1)',
      [owner.id],
    );
    expect(row?.count).toBe(0);
    await opened.close();
  });

  test('the API away and back again: said, and mended without a reload', async () => {
    const settings = { PORT: String(await freePort()) };
    const databaseUrl = await freshDatabase();
    const first = await startApp(settings, databaseUrl);
    const owner = await givenAccount(first);
    const slug = owner.slugs[0] as string;
    await new Client(first.url).post('/api/track', beacon(slug, [view()]));
    const opened = await openPage();
    const { page } = opened;
    await page.goto(first.url);
    await inputs(page).email.waitFor();
    await signIn(opened, owner);
    await page.locator('[data-status="live"]').waitFor();
    await first.close();
    await page.locator('[data-status="reconnecting"]').waitFor();
    expect(await main(page)).toContain("1 visite aujourd'hui");
    const second = await startApp(settings, databaseUrl);
    await new Client(second.url).post('/api/track', beacon(slug, [view()]));
    await page.getByText("2 visites aujourd'hui").first().waitFor({ timeout: 20_000 });
    await page.locator('[data-status="live"]').waitFor({ timeout: 20_000 });
    await opened.close();
  });

  test('without JavaScript the card works fully: links, contact, QR code, and the choice not to be measured', async () => {
    const { slugs } = await givenAccount(running, { profile: PROFILE });
    const opened = await openPage({ context: { javaScriptEnabled: false } });
    const { page } = opened;
    await page.goto(`${running.url}/c/${slugs[0]}`);
    for (const [target, href] of [
      ['phone', 'tel:+33639980199'],
      ['sms', 'sms:+33639980199'],
      ['whatsapp', 'https://wa.me/33639980199'],
      ['email', 'mailto:zoe@lefevre.example'],
      ['website', 'https://www.lefevre.example/'],
      ['calendar', 'https://rdv.lefevre.example/'],
      ['linkedin', 'https://www.linkedin.com/in/zoe-exemple'],
      ['vcard', `/c/${slugs[0]}/card.vcf`],
    ] as const) {
      expect([target, await page.locator(`a[data-track="${target}"]`).first().getAttribute('href')]).toEqual([
        target,
        href,
      ]);
    }
    await page.locator('[data-track="qr"]').first().click();
    await page.getByRole('img').first().waitFor();
    await page.goto(`${running.url}/c/${slugs[0]}`);
    await page.locator('a[data-track="privacy"]').first().click();
    await page.locator('button[name="choice"]').click();
    await page.getByRole('status').waitFor();
    expect(await page.locator('button[name="choice"]').getAttribute('value')).toBe('in');
    await opened.close();
  });

  test('sharing copies the address where the device has no share sheet, and says so', async () => {
    const { slugs } = await givenAccount(running, { profile: PROFILE });
    const opened = await openPage({
      size: 'desktop',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = opened;
    await page.goto(`${running.url}/c/${slugs[0]}`);
    await page.locator('button[data-track="share"]').click();
    await page.getByText('Lien copié').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${running.url}/c/${slugs[0]}?s=link`,
    );
    expect(opened.problems).toEqual([]);
    await opened.close();
  });
});
