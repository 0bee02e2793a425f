/// <reference lib="dom" />
/** The owner's prospects in a real Chromium: what waits, the list and its filters, the record, and two devices at once. */
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals, type WantedReferral } from './support/given-referrals.js';
import { pageFaults } from './support/page-faults.js';
import { openSignedIn } from './support/signed-in-page.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const LIST = '/referrals/prospects';

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

const record = (page: Page) => page.getByRole('dialog').first();

/** Narrow no-break spaces as any other. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('what waits', () => {
  test('is called with one tap, ticked off, let through or refused', async () => {
    const { owner, ids } = await givenOwner([
      { prospectName: 'Sophie Dubois', receivedAt: ago(2 * DAY) },
      { prospectName: 'Karim Benali', receivedAt: ago(HOUR) },
      { prospectName: 'Lucie Martin', receivedAt: ago(HOUR), held: 'suspicious' },
      { prospectName: 'Robot Un', receivedAt: ago(HOUR), held: 'suspicious' },
    ]);
    const client = await owner.signIn();
    const dueAt = ago(HOUR).toISOString();
    await client.post(`/api/recommendations/${ids[1]}/reminders`, { dueAt, text: 'Envoyer le devis' });
    const { page, problems, close } = await openSignedIn(running, owner, '/referrals', { size: 'phone' });
    const waiting = page.getByRole('region', { name: "À relancer aujourd'hui" });
    const held = page.getByRole('region', { name: 'À vérifier' });
    expect(plain(await waiting.innerText())).toMatch(
      /1 rappel Karim Benali .*Envoyer le devis.*1 prospect pas encore contacté Sophie Dubois/,
    );
    expect(await waiting.getByRole('link', { name: /^Appeler Sophie Dubois/ }).getAttribute('href')).toBe(
      'tel:+33612345678',
    );
    expect(await pageFaults(page)).toEqual([]);

    await waiting.getByRole('button', { name: 'Fait' }).click();
    await waiting.getByText('Envoyer le devis').waitFor({ state: 'detached' });
    await held.getByRole('button', { name: 'Accepter la recommandation de Lucie Martin' }).click();
    await held.getByText('Lucie Martin').waitFor({ state: 'detached' });
    await held.getByRole('button', { name: /^Refuser la recommandation de Robot Un/ }).click();
    await held.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Prospects' }).click();
    await page.getByRole('heading', { name: '3 prospects' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Robot Un');
    expect(problems).toEqual([]);
    await close();
  });

  test('before the first, says how they come', async () => {
    const { owner } = await givenOwner([]);
    const { page, problems, close } = await openSignedIn(running, owner, '/referrals', { size: 'desktop' });
    await page.getByRole('heading', { name: 'Votre première recommandation' }).waitFor();
    const form = page.getByRole('link', { name: 'Ouvrir le formulaire' });
    expect(await form.getAttribute('href')).toBe(`${running.url}/c/${owner.slugs[0]}#recommander`);
    expect([await pageFaults(page), problems]).toEqual([[], []]);
    await page.getByRole('link', { name: 'Prospects' }).click();
    await page.getByText('Pas encore de prospect.').waitFor();
    await page.goto(`${running.url}${LIST}?q=dubois`);
    await page.getByText('Aucun prospect ne correspond.').waitFor();
    await close();
  });
});

describe('the list', () => {
  test('is searched and filtered by its address, which goes back and forth', async () => {
    const { owner } = await givenOwner([
      { prospectName: 'Sophie Dubois', status: 'converted', contactedAt: ago(DAY), convertedAt: ago(HOUR) },
      { prospectName: 'Karim Benali', status: 'contacted', contactedAt: ago(HOUR), consent: 'given' },
      { prospectName: 'Lucie Martin', prospectCompany: 'Boulangerie du Parc' },
      { prospectName: null, prospectPhone: null, prospectEmail: null, erasedAt: ago(HOUR) },
    ]);
    const { page, problems, close } = await openSignedIn(running, owner, LIST, { size: 'desktop' });
    const names = async () => {
      await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
      return page
        .getByRole('list', { name: 'Prospects' })
        .getByRole('link')
        .filter({ hasNotText: /^0/ })
        .allInnerTexts();
    };
    const statuses = page.getByRole('navigation', { name: 'Statut' });
    expect(await names()).toEqual(['Prospect effacé', 'Lucie Martin', 'Karim Benali', 'Sophie Dubois']);
    expect(plain(await statuses.innerText())).toBe(
      'Tous 4 Nouveau 2 Contacté 1 RDV pris 0 Converti 1 Perdu 0',
    );

    await page.getByRole('searchbox').fill('boulang');
    await page.waitForURL(/q=boulang/);
    await expect.poll(names).toEqual(['Lucie Martin']);
    await page.getByRole('button', { name: 'Retirer le filtre « boulang »' }).click();
    await expect.poll(names).toHaveLength(4);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');

    await statuses.getByRole('link', { name: 'Contacté' }).click();
    await expect.poll(names).toEqual(['Karim Benali']);
    await page.goBack();
    await expect.poll(names).toHaveLength(4);

    // As a figure of the results leads here.
    await page.goto(`${running.url}${LIST}?reached=contacted&dated=contacted&from=2020-01-01&to=2099-12-31`);
    await expect.poll(names).toEqual(['Karim Benali', 'Sophie Dubois']);
    const chosen = page.getByRole('group', { name: 'Filtres choisis' });
    expect(plain(await chosen.innerText())).toMatch(/Contactés du 1er janvier 2020 au .* Contactés un jour/);
    await page.getByRole('button', { name: 'Exporter' }).click();
    const begun = page.waitForEvent('download');
    const [asked] = await Promise.all([
      page.waitForRequest(/\/exports\//),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ]);
    expect(asked.url()).toContain('/api/recommendations/exports/recommendations.csv?');
    expect(asked.url()).toContain('reached=contacted');
    expect((await begun).suggestedFilename()).toMatch(/^num-ecard-recommandations-.*\.csv$/);
    await page.getByRole('searchbox').fill('personne de ce nom');
    await page.getByText('Aucun prospect ne correspond.').waitFor();
    await page.getByRole('button', { name: 'Filtres', exact: true }).click();
    await page.getByRole('combobox', { name: 'Accord' }).waitFor();
    expect([await pageFaults(page), problems]).toEqual([[], []]);
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await expect.poll(names).toHaveLength(4);
    await close();
  });

  test('goes on to the last of many, of which few are drawn', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ prospectName: `Prospect ${index}` }));
    const { owner } = await givenOwner(many);
    const { page, problems, close } = await openSignedIn(running, owner, LIST, { size: 'phone' });
    await page.getByRole('heading', { name: '250 prospects' }).waitFor();
    const rows = page.getByRole('list', { name: 'Prospects' }).getByRole('listitem');
    const last = page.getByRole('link', { name: 'Prospect 0', exact: true });
    let most = 0;
    await expect
      .poll(
        async () => {
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          most = Math.max(most, await rows.count());
          return last.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await page.getByText('Vous les avez tous vus.').waitFor();
    expect(most).toBeLessThan(60);
    expect(problems).toEqual([]);

    // Back from a record one is where one was.
    const place = () => last.evaluate((link) => Math.round(link.getBoundingClientRect().top));
    await last.scrollIntoViewIfNeeded();
    const before = await place();
    await last.click();
    await page.getByRole('heading', { name: 'Prospect 0' }).waitFor();
    await page.goBack();
    await record(page).waitFor({ state: 'detached' });
    expect(await place()).toBe(before);
    await close();
  });
});

describe('the record', () => {
  test('says beside the number who recommends, and in which words, line by line', async () => {
    const { owner, ids } = await givenOwner([
      {
        prospectName: 'Éric Simon',
        ambassador: { name: 'Claire Moreau' },
        relation: 'voisine',
        message: 'Cherche un devis\nPlutôt le soir',
      },
    ]);
    const { page, problems, close } = await openSignedIn(running, owner, `${LIST}/${ids[0]}`);
    const panel = record(page);
    await panel.getByText('Plutôt le soir').waitFor();
    expect(await panel.innerText()).toMatch(
      /06 12 34 56 78[^]*Par Claire Moreau \(voisine\), .*\n+Cherche un devis\nPlutôt le soir\n[^]*Où en êtes-vous/,
    );
    await panel.getByText("La loi demande l'accord d’Éric Simon").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test.each(['phone', 'desktop'] as const)('on a %s: all that may be done with a prospect', async (size) => {
    const prospectId = crypto.randomUUID();
    const { owner, ids } = await givenOwner([
      { prospectName: 'Sophie Dubois', prospectId, ambassador: { name: 'Claire Moreau' } },
      { prospectName: 'Sophie Dubois', prospectId, relation: 'voisine', message: 'Cherche un devis' },
    ]);
    const { page, problems, close } = await openSignedIn(running, owner, `${LIST}/${ids[1]}`, { size });
    const panel = record(page);
    await panel.getByRole('heading', { name: 'Sophie Dubois' }).waitFor();
    await expect.poll(() => page.title()).toBe('Sophie Dubois · NUM-ECARD');
    for (const [name, href] of [
      [/^Appeler Sophie Dubois/, 'tel:+33612345678'],
      ['SMS', 'sms:+33612345678'],
      ['sophie@example.test', 'mailto:sophie@example.test'],
    ] as const)
      expect(await panel.getByRole('link', { name }).getAttribute('href')).toBe(href);
    await panel.getByText('Code de la consommation, L.223-1').waitFor();
    await panel.getByText('Cherche un devis').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await panel.getByRole('button', { name: 'Converti' }).click();
    await page.getByRole('textbox', { name: 'Montant de la vente' }).fill('1250,50');
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Signé chez elle');
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Passer à « Converti »' }).click();
    const history = panel.getByRole('region', { name: 'Historique' });
    await history.getByText('Nouveau → Converti').waitFor();
    expect(plain(await history.innerText())).toMatch(/Nouveau → Converti · 1 250,50 € Signé chez elle Owner/);

    await history.getByRole('button', { name: /^Corriger : Nouveau/ }).click();
    await page.getByRole('button', { name: 'Corriger', exact: true }).last().click();
    await history.getByText('Correction : de nouveau « Nouveau »').waitFor();
    await history.getByText('Corrigé depuis').waitFor();

    await panel.getByRole('textbox', { name: 'Nouvelle note' }).fill('Rappeler le soir');
    await panel.getByRole('button', { name: 'Ajouter la note' }).click();
    await history.getByText('Rappeler le soir').waitFor();
    expect(await panel.getByRole('textbox', { name: 'Nouvelle note' }).inputValue()).toBe('');

    const reminders = panel.getByRole('region', { name: 'Rappels' });
    await reminders.getByRole('textbox').fill('Devis');
    await reminders.getByRole('button', { name: 'Demain 9 h' }).click();
    await reminders.getByText('Prévu demain à 09:00').waitFor();
    await reminders.getByRole('button', { name: 'Autre date' }).click();
    await reminders.getByRole('button', { name: 'Ajouter' }).click();
    await expect.poll(() => reminders.getByText('Prévu demain à 09:00').count()).toBe(2);
    await reminders
      .getByRole('button', { name: /^Supprimer le rappel/ })
      .first()
      .click();
    await expect.poll(() => reminders.getByText('Prévu demain à 09:00').count()).toBe(1);
    await reminders.getByRole('button', { name: 'Fait' }).click();
    await history.getByText('Rappel fait').waitFor();

    const others = panel.getByRole('region', { name: 'Aussi recommandé par' });
    await others.getByRole('link', { name: /^Par Claire Moreau/ }).click();
    await page.waitForURL(`**${LIST}/${ids[0]}`);
    await page.goBack();
    await history.getByText('Rappel fait').waitFor();

    await panel.getByRole('button', { name: 'Effacer ses données' }).click();
    await page.getByText('vos chiffres restent comme ils sont').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Effacer définitivement' }).click();
    await panel.getByRole('heading', { name: 'Prospect effacé' }).waitFor();
    await panel.getByText('Les données personnelles de ce prospect ont été effacées').waitFor();
    expect(await panel.innerText()).not.toMatch(/Sophie|06 12|Signé|Rappeler le soir|Devis/);
    expect([await pageFaults(page), problems]).toEqual([[], []]);
    await panel.getByRole('button', { name: 'Fermer la fiche' }).click();
    await page.waitForURL(`**${LIST}`);
    await close();
  });

  test('opens and closes by keys, and gives the focus back', async () => {
    const { owner } = await givenOwner([{ prospectName: 'Sophie Dubois' }]);
    const { page, close } = await openSignedIn(running, owner, LIST, { size: 'desktop' });
    const link = page.getByRole('link', { name: 'Sophie Dubois', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await record(page).getByRole('heading', { name: 'Sophie Dubois' }).waitFor();
    await page.waitForFunction(() =>
      document.querySelector('[role="dialog"]')?.contains(document.activeElement),
    );
    await page.keyboard.press('Escape');
    await record(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Sophie Dubois');
    // What was typed and not saved is there when one comes back.
    await page.keyboard.press('Enter');
    const note = record(page).getByRole('textbox', { name: 'Nouvelle note' });
    await note.fill('À moitié écrit');
    await page.keyboard.press('Escape');
    await record(page).waitFor({ state: 'detached' });
    await link.click();
    expect(await note.inputValue()).toBe('À moitié écrit');
    await close();
  });

  test('of nobody says so', async () => {
    const { owner } = await givenOwner([]);
    const unknown = `${LIST}/018f0000-0000-7000-8000-000000000000`;
    const { page, close } = await openSignedIn(running, owner, unknown, { size: 'desktop' });
    await page.getByText("Ce prospect n'existe pas").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await close();
  });

  test('hides who may not be called, says why, and how to ask', async () => {
    const { owner, ids } = await givenOwner([
      { prospectName: 'Sophie Dubois', prospectPhone: '+33639981234' },
      {
        prospectName: 'Karim Benali',
        prospectPhone: '+33639985678',
        consent: 'refused',
        consentAt: ago(HOUR),
      },
    ]);
    const client = await owner.signIn();
    await client.request('PATCH', '/api/settings', { referral: { numberBeforeConsent: 'mask' } });
    const { page, close } = await openSignedIn(running, owner, `${LIST}/${ids[0]}`, {
      size: 'desktop',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const panel = record(page);
    await panel.getByText("Selon vos réglages, ses coordonnées s'affichent dès son accord.").waitFor();
    await panel.getByRole('button', { name: 'Copier le message' }).click();
    await panel.getByText('Copié').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      new RegExp(`Sophie Dubois.*${running.url}/r/`),
    );
    await page.goto(`${running.url}${LIST}/${ids[1]}`);
    await panel.getByText('la loi interdit de démarcher').waitFor();
    expect(await panel.getByRole('button', { name: 'Copier le message' }).count()).toBe(0);
    for (const shown of [await page.content(), await page.locator('body').innerText()])
      expect(shown).not.toMatch(/6 ?39 ?98|example\.test"/);
    await close();
  });
});

describe('two devices at once', () => {
  test('the stale one is told how things are now, and keeps what was typed', async () => {
    const { owner, ids } = await givenOwner([{ prospectName: 'Sophie Dubois' }]);
    const other = await owner.signIn();
    const { page, problems, close } = await openSignedIn(running, owner, `${LIST}/${ids[0]}`);
    await record(page).getByRole('button', { name: 'Perdu' }).click();
    const note = page.getByRole('textbox', { name: 'Note', exact: true });
    await note.fill('Trop cher pour elle');
    await other.post(`/api/recommendations/${ids[0]}/status`, { to: 'appointment', expected: 'new' });
    await page.getByRole('button', { name: 'Passer à « Perdu »' }).click();
    await page.getByText('Entre-temps, le statut de Sophie Dubois est devenu « RDV pris »').waitFor();
    expect(await note.inputValue()).toBe('Trop cher pour elle');
    await page.getByRole('button', { name: 'Passer quand même à « Perdu »' }).click();
    await record(page).getByText('RDV pris → Perdu').waitFor();
    const { body } = await other.get(`/api/recommendations/${ids[0]}`);
    expect((body as RecommendationRecord).history.at(-1)).toMatchObject({
      from: 'appointment',
      to: 'lost',
      note: 'Trop cher pour elle',
    });
    // The browser's own word about the 409.
    expect(problems.filter((problem) => !problem.includes('409'))).toEqual([]);
    await close();
  });

  test('a change elsewhere is shown under the hands of who types, and takes nothing away', async () => {
    const { owner, ids } = await givenOwner([{ prospectName: 'Sophie Dubois' }]);
    const other = await owner.signIn();
    const { page, problems, close } = await openSignedIn(running, owner, `${LIST}/${ids[0]}`);
    const note = record(page).getByRole('textbox', { name: 'Nouvelle note' });
    await note.fill('En train de');
    await note.evaluate((field) => field.scrollIntoView({ block: 'center' }));
    const top = () => note.evaluate((field) => Math.round(field.getBoundingClientRect().top));
    const before = await top();
    await other.post(`/api/recommendations/${ids[0]}/status`, { to: 'contacted', expected: 'new' });
    await record(page).getByText('Nouveau → Contacté').waitFor();
    await page.keyboard.type(' parler');
    expect(await note.inputValue()).toBe('En train de parler');
    expect(await top()).toBe(before);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('when the API', () => {
  const screens = [
    ['/referrals', (page: Page) => page.getByText('1 prospect pas encore contacté')],
    [LIST, (page: Page) => page.getByRole('heading', { name: '1 prospect' })],
    [`${LIST}?view=board`, (page: Page) => page.getByRole('region', { name: 'Nouveau' })],
    [`${LIST}/:id`, (page: Page) => record(page).getByRole('region', { name: 'Historique' })],
  ] as const;

  test.each(screens)('is slow, breaks, answers again and breaks anew, %s says so', async (path, shown) => {
    const { owner, ids } = await givenOwner([{ prospectName: 'Sophie Dubois', receivedAt: ago(2 * DAY) }]);
    const { page, close } = await openSignedIn(running, owner, '/card', { size: 'phone' });
    let answer: 'nothing' | 'failure' | 'all' = 'nothing';
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/recommendations**', async (route) => {
      if (route.request().method() !== 'GET' || answer === 'all') return route.continue();
      if (answer === 'nothing') await held;
      return route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"status":500}' });
    });
    await page.goto(running.url + path.replace(':id', ids[0] as string));
    await page.locator('[aria-busy="true"]').first().waitFor();
    expect(await shown(page).count()).toBe(0);
    answer = 'failure';
    release();
    const failed = page.getByRole('alert').filter({ hasText: 'Le service a rencontré une erreur.' }).last();
    await failed.waitFor();
    expect(await pageFaults(page)).toEqual([]);
    answer = 'all';
    await failed.getByRole('button', { name: 'Réessayer' }).click();
    await shown(page).waitFor();
    // What is there stays, and is said to be of before.
    answer = 'failure';
    const other = await owner.signIn();
    await other.post(`/api/recommendations/${ids[0]}/notes`, { text: 'Ailleurs' });
    await failed.waitFor();
    await shown(page).waitFor();
    expect(await page.getByText('Sophie Dubois').count()).toBeGreaterThan(0);
    await close();
  });
});
