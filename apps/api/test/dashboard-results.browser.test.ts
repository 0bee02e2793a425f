/// <reference lib="dom" />
/** What the network brings, who brings it, and a new recommendation told at once: in a real browser, on the real API. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, type OpenOptions, openPage } from './support/browser.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals, type WantedReferral } from './support/given-referrals.js';
import { mailTo } from './support/mailbox.js';
import { pageFaults } from './support/page-faults.js';
import { readQr } from './support/read-qr.js';
import { pathOf, recommend } from './support/recommend.js';
import { signInTo } from './support/signed-in-page.js';

const DAY_MS = 86_400_000;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function openSignedIn(
  { email }: GivenAccount,
  path: string,
  options: OpenOptions = {},
): Promise<OpenedPage> {
  const opened = await openPage({
    size: 'desktop',
    ...options,
    context: { reducedMotion: 'reduce', ...options.context },
  });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await signInTo(running, opened.context, email);
  await page.goto(running.url + path);
  return opened;
}

/** With plain spaces: the narrow ones of French numbers and signs are looked at by the units' tests. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

async function says(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => plain(await page.getByRole('main').innerText()), { timeout: 20_000 })
    .toContain(text);
}

async function expectFocus(of: Locator): Promise<void> {
  await expect.poll(() => of.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** The middle of the month so many before this one, in every time zone. */
function monthAgo(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15, 12));
}

function contacted(at: Date): WantedReferral {
  return { status: 'contacted', contactedAt: at, lastContactAt: at };
}

function converted(at: Date, valueCents: number): WantedReferral {
  return { ...contacted(at), status: 'converted', convertedAt: at, valueCents: String(valueCents) };
}

/** Five received this month, three of them contacted, one a client; and one of last month, contacted in this one. */
async function givenMonth(owner: GivenAccount): Promise<void> {
  const now = new Date();
  await givenReferrals(running, owner, [
    { receivedAt: monthAgo(1), prospectName: 'Lucie Martin', ...contacted(now) },
    { receivedAt: now, prospectName: 'Sophie Dubois', ...converted(now, 125_050) },
    { receivedAt: now, prospectName: 'Karim Benali', ...contacted(now) },
    { receivedAt: now, prospectName: 'Hugo Lefèvre', ...contacted(now) },
    { receivedAt: now, prospectName: 'Inès Garnier' },
    { receivedAt: now, prospectName: 'Paul Roussel' },
  ]);
}

describe('results', () => {
  test('the month is one sentence, and each of its figures opens the list of those that it counts', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    await givenMonth(owner);
    const { page, problems, close } = await openSignedIn(owner, '/referrals/results');
    await says(
      page,
      'Ce mois : 5 recommandations reçues, 3 prospects contactés, 1 converti en client. Taux = 20 %',
    );
    await says(page, 'Mois en cours : ces chiffres changent encore.');
    await says(page, '1 250,50 €');
    const month = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Paris' }).slice(0, 7);
    for (const [name, ending] of [
      ['Document (PDF)', 'pdf'],
      ['Tableur (CSV)', 'csv'],
    ] as const) {
      await page.getByRole('button', { name: 'Exporter' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`^num-ecard-resultats-.*-${month}\\.${ending}$`),
      );
    }
    const asTable = page.getByRole('button', { name: 'Afficher le tableau' });
    for (let charts = await asTable.count(); charts > 0; charts -= 1) await asTable.first().click();
    expect(await pageFaults(page)).toEqual([]);

    const links = await page.locator('main a[href*="/referrals/prospects?"]').evaluateAll((found) =>
      found.map((link) => ({
        text: link.textContent,
        search: new URL((link as HTMLAnchorElement).href).search,
      })),
    );
    const client = await owner.signIn();
    let counted = 0;
    for (const { text, search } of links) {
      const { status, body } = await client.get(`/api/recommendations${search}`);
      expect([search, status]).toEqual([search, 200]);
      // Durations, shares and euros open the list that they are of; counts are the list's length.
      const count = /^(\d+)(?: [^%€hmj].*)?$/.exec(plain(text));
      if (count === null) continue;
      counted += 1;
      expect([search, body.items.length]).toEqual([search, Number(count[1])]);
    }
    expect(counted).toBeGreaterThan(40);

    await page.getByRole('link', { name: '3 prospects contactés' }).click();
    for (const name of ['Sophie Dubois', 'Karim Benali', 'Hugo Lefèvre']) await says(page, name);
    expect(await page.getByRole('main').innerText()).not.toContain('Inès Garnier');
    expect(problems).toEqual([]);
    await close();
  });

  test('a month that is over, and one in which nothing was received, are said as what they are', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale: 'en' });
    const at = monthAgo(1);
    await givenReferrals(running, owner, [{ receivedAt: at }, { receivedAt: at, ...contacted(at) }]);
    const { page, problems, close } = await openSignedIn(owner, '/referrals/results', { locale: 'en-GB' });
    await says(
      page,
      'This month: 0 referrals received, 0 prospects contacted, 0 converted into clients. Rate = —',
    );
    await page.getByRole('button', { name: 'Month before' }).click();
    const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      at,
    );
    await says(
      page,
      `${name}: 2 referrals received, 1 prospect contacted, 0 converted into clients. Rate = 0%`,
    );
    expect(await page.getByRole('main').innerText()).not.toContain('under way');
    // The month is in the address: it is the same one after a reload, and back leads to this month.
    await page.reload();
    await says(page, `${name}: 2 referrals received`);
    await page.goBack();
    await says(page, 'This month: 0 referrals received');
    expect(problems).toEqual([]);
    await close();
  });
});

describe('ambassadors', () => {
  test('equals share their rank; one is thanked in the owner’s words, and erased without a figure changing', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const now = new Date();
    const by = (name: string, wanted: WantedReferral, id: string): WantedReferral => ({
      receivedAt: now,
      ...wanted,
      ambassador: { id, name, email: `${id}@example.test` },
    });
    const ids = [1, 2, 3, 4].map((digit) => owner.id.slice(0, -1) + digit.toString(16)) as [
      string,
      string,
      string,
      string,
    ];
    await givenReferrals(running, owner, [
      by('Marc Petit', converted(now, 100_000), ids[0]),
      by('Marc Petit', converted(now, 50_000), ids[0]),
      by('Claire Moreau', converted(now, 0), ids[1]),
      by('Paul Roussel', converted(now, 0), ids[2]),
      by('Anne Roy', {}, ids[3]),
    ]);
    const { page, problems, close } = await openSignedIn(owner, '/referrals/ambassadors');
    const rows = page.getByRole('table').getByRole('row');
    const ranking = async () =>
      (await rows.allInnerTexts())
        .slice(1)
        .map((row) => plain(row).replace(/ Merci envoyé le \d+\S* \S+/, ''));
    await rows.first().waitFor();
    await expect
      .poll(ranking)
      .toEqual([
        '1 Marc Petit 2 2 2 1 500 €',
        '2 Claire Moreau 1 1 1 0 €',
        '2 Paul Roussel 1 1 1 0 €',
        '4 Anne Roy 1 0 0 0 €',
      ]);
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Marc Petit', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Marc Petit' });
    await panel.getByRole('button', { name: 'Remercier' }).click();
    await panel.getByRole('textbox', { name: 'Vos mots' }).fill('Un grand merci, Marc !\nÀ bientôt.');
    const preview = panel.getByRole('group', { name: "Ce que dit l'e-mail" });
    const promised = (await preview.getByRole('paragraph').allInnerTexts()).map(plain);
    expect(promised).toContain('Un grand merci, Marc !');
    expect(await pageFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Envoyer' }).click();
    await panel.getByText(/Merci envoyé le/).waitFor();
    await expectFocus(panel.getByRole('button', { name: 'Remercier à nouveau' }));
    const mail = await mailTo(`${ids[0]}@example.test`);
    const sent = `${mail.subject} ${plain(mail.text)}`;
    expect(promised.filter((text) => !sent.includes(text))).toEqual([]);
    expect(pathOf(mail.link)).toMatch(/^\/a\//);

    await panel.getByRole('button', { name: 'Effacer ses données' }).click();
    await panel.getByText('Les prospects recommandés et tous vos chiffres restent.').waitFor();
    await panel.getByRole('button', { name: 'Annuler' }).click();
    await expectFocus(panel.getByRole('button', { name: 'Effacer ses données' }));
    await panel.getByRole('button', { name: 'Effacer ses données' }).click();
    await panel.getByRole('button', { name: 'Effacer', exact: true }).click();
    const erased = page.getByRole('dialog', { name: 'Ambassadeur effacé' });
    await erased.getByText('Ses recommandations restent comptées.').waitFor();
    expect(await erased.getByText('Lien personnel').count()).toBe(0);
    expect(await pageFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await erased.waitFor({ state: 'hidden' });
    await expectFocus(page.getByRole('link', { name: 'Ambassadeur effacé', exact: true }));
    await expect.poll(ranking).toEqual(expect.arrayContaining(['1 Ambassadeur effacé 2 2 2 1 500 €']));
    expect(problems).toEqual([]);
    await close();
  });

  test('one is added before they recommend anybody; by their link they need not say who they are', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const { page, problems, close } = await openSignedIn(owner, '/referrals/ambassadors', {
      size: 'phone',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await says(page, "Personne n'a recommandé de prospect sur cette période.");
    const add = page.getByRole('button', { name: 'Ajouter un ambassadeur' });
    await add.click();
    const form = page.getByRole('dialog', { name: 'Ajouter un ambassadeur' });
    const submit = form.getByRole('button', { name: 'Ajouter' });
    await submit.click();
    await form.getByText('Indiquez un e-mail ou un numéro.').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await form.getByLabel('Nom').fill('Marc Petit');
    await form.getByLabel('Téléphone').fill('06 12');
    await submit.click();
    await form.getByText("Ce numéro n'existe pas.").waitFor();
    await form.getByLabel('Téléphone').fill('06 12 34 56 78');
    await submit.click();
    const panel = page.getByRole('dialog', { name: 'Marc Petit' });
    await panel.getByText('Lien personnel').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Copier le lien' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const png = await panel.getByRole('link', { name: 'Télécharger le QR code en PNG' }).getAttribute('href');
    const code = await page.request.get(running.url + png);
    expect(readQr(await code.body())?.data).toBe(link);
    // No address is known: nothing to send thanks to.
    await panel.getByText('Sans adresse e-mail').waitFor();

    const via = new URL(link).searchParams.get('a');
    const { status } = await recommend(running.url, owner.slugs[0] as string, { ambassador: undefined, via });
    expect(status).toBe(201);
    // On a phone it would lie over what is pressed next, as long as nobody closes it.
    const told = page.getByRole('group', { name: 'Nouvelle recommandation' });
    await told.getByRole('button', { name: 'Fermer' }).click();
    await page.reload();
    await panel.getByRole('link', { name: 'Reçues, 1' }).waitFor();
    await panel.getByRole('button', { name: 'Fermer' }).click();

    // Who is known already is told, and shown.
    await add.click();
    await form.getByLabel('Nom').fill('M. Petit');
    await form.getByLabel('Téléphone').fill('+33 6 12 34 56 78');
    await submit.click();
    await form.getByRole('button', { name: 'Voir Marc Petit' }).click();
    await panel.getByText('Lien personnel').waitFor();
    expect(problems.filter((problem) => !/status of 4\d\d/.test(problem))).toEqual([]);
    await close();
  });
});

describe('told at once', () => {
  const named = (name: string) => ({ prospect: { name, phone: '06 12 34 56 78' } });

  test('on any screen, once and politely, with the ways to open and to call', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const slug = owner.slugs[0] as string;
    const { page, problems, close } = await openSignedIn(owner, '/');
    await page.locator('[data-status="live"]').waitFor();
    await page.locator('a[href="/card"], a[href^="/card?"]').first().click();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    const { body: receipt } = await recommend(running.url, slug, named('Sophie Dubois'));
    const toast = page.getByRole('group', { name: 'Nouvelle recommandation' });
    await toast.waitFor();
    const sentence = 'Marc Petit vient de vous recommander un prospect : Sophie Dubois, 06 12 34 56 78';
    expect(plain(await toast.innerText())).toContain(sentence);
    expect(plain(await toast.innerText())).toContain('Accord non recueilli, déclaré par l’ambassadeur');
    const read = page.getByRole('status').filter({ hasText: 'Marc Petit' });
    expect(plain((await read.textContent()) ?? '')).toBe(sentence);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await toast.getByRole('link', { name: 'Appeler' }).getAttribute('href')).toBe('tel:0612345678');
    expect(await pageFaults(page)).toEqual([]);
    await toast.getByRole('link', { name: 'Ouvrir' }).click();
    await page.waitForURL(/\/referrals\/prospects\/[0-9a-f-]{36}$/);
    await page.getByText(receipt.reference).first().waitFor();
    expect(await toast.count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('what comes while the line is broken is told when it is back, and nothing twice; many are told as a number', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const slug = owner.slugs[0] as string;
    const { page, context, close } = await openSignedIn(owner, '/');
    await page.locator('[data-status="live"]').waitFor();
    const lists: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/recommendations?')) lists.push(request.url());
    });
    await recommend(running.url, slug, named('Sophie Dubois'));
    const toasts = page.getByRole('group', { name: 'Nouvelle recommandation' });
    await toasts.filter({ hasText: 'Sophie Dubois' }).waitFor();

    await context.setOffline(true);
    // What is open already is not cut by that.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await recommend(running.url, slug, named('Karim Benali'));
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await toasts.filter({ hasText: 'Karim Benali' }).waitFor();
    expect(await toasts.count()).toBe(2);

    await toasts.filter({ hasText: 'Karim Benali' }).getByRole('button', { name: 'Fermer' }).click();
    await expect.poll(() => toasts.count()).toBe(1);
    for (const name of ['Hugo', 'Inès', 'Paul']) await recommend(running.url, slug, named(name));
    await toasts.filter({ hasText: '4 nouvelles recommandations' }).waitFor();
    expect(await toasts.count()).toBe(1);
    // The stream has told them all.
    expect(lists).toEqual([]);
    await page.reload();
    await page.locator('[data-status="live"]').waitFor();
    expect(await toasts.count()).toBe(0);
    await close();
  });

  test('what waits is counted beside the place, and no longer when it is done', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const old = new Date(Date.now() - 2 * DAY_MS);
    const [id, held] = await givenReferrals(running, owner, [
      { receivedAt: old },
      { receivedAt: old, held: 'suspicious' },
    ]);
    const { page, problems, close } = await openSignedIn(owner, '/');
    const place = page.getByRole('navigation', { name: 'Menu principal' }).first();
    await place.getByRole('link', { name: 'Recommandations (2 à suivre)' }).waitFor();
    const client = await owner.signIn();
    await client.post(`/api/recommendations/${id}/status`, { to: 'contacted', expected: 'new' });
    await place.getByRole('link', { name: 'Recommandations (1 à suivre)' }).waitFor();
    await client.post(`/api/recommendations/${held}/review`, { accept: false });
    await place.getByRole('link', { name: 'Recommandations', exact: true }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('another model is asked for nothing and told nothing', async () => {
    const owner = await givenAccount(running, { plan: 'multi-cartes' });
    const { page, problems, close } = await openSignedIn(owner, '/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.locator('[data-status="live"]').waitFor();
    await page.goto(`${running.url}/referrals/results`);
    await page.getByRole('region', { name: 'Exemple' }).waitFor();
    expect(asked.filter((url) => url.includes('/api/recommendations'))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
