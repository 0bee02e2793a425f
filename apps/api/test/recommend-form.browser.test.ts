/// <reference lib="dom" />
/** The form "Recommander un ami" in a real Chromium: as one types, without JavaScript, and when the line breaks. */
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Page, Request } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { openPage, type OpenOptions } from './support/browser.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { pageFaults } from './support/page-faults.js';

const SUBMISSIONS = '**/api/cards/*/recommendations';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** An owner with a card of the palest colour there is: what is written on it must be legible all the same. */
const givenOwner = () =>
  givenAccount(running, {
    plan: 'force-de-vente',
    profile: { name: 'Patrice Durand', company: 'Atelier Lumière', color: '#ffff00' },
  });

interface Arrived {
  readonly id: string;
  readonly prospect: { readonly name: string };
  readonly ambassador: { readonly name: string };
}

/** What has arrived, those kept apart too. */
async function arrivals(owner: GivenAccount): Promise<Arrived[]> {
  const client = await owner.signIn();
  // One that is let through between the two is in both.
  const lists = [await client.get('/api/recommendations/held'), await client.get('/api/recommendations')];
  const items = lists.flatMap(({ body }) => body.items as Arrived[]);
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** The prospects' names. */
const arrived = async (owner: GivenAccount): Promise<string[]> =>
  (await arrivals(owner)).map(({ prospect }) => prospect.name);

/** What the form has sent so far. */
function watchSubmissions(page: Page): Request[] {
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/recommendations')) sent.push(request);
  });
  return sent;
}

/** The first submission arrives, its answer does not. */
async function loseFirstAnswer(page: Page): Promise<void> {
  await page.route(
    SUBMISSIONS,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
}

const keysOf = (sent: readonly Request[]) => sent.map((request) => request.headers()['idempotency-key']);

/** The script has taken the form over. */
const isReady = (page: Page) => page.locator('.rec form[novalidate]').waitFor();

async function openForm(options: OpenOptions = {}) {
  const owner = await givenOwner();
  const opened = await openPage(options);
  await opened.page.goto(`${running.url}/c/${owner.slugs[0]}#recommander`);
  await isReady(opened.page);
  return { ...opened, owner };
}

const button = (page: Page) => page.locator('.rec button[type="submit"]');
const thanks = (page: Page) => page.getByRole('heading', { level: 1, name: 'Merci Marc' });

async function fillInProspect(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel('Son nom').fill(name);
  await page.getByLabel('Son téléphone').fill(phone);
  await page.getByRole('checkbox').check();
}
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Votre nom').fill('Marc Petit');
  await page.getByLabel('Votre téléphone').fill('0612345678');
  await fillInProspect(page, 'Sophie Dubois', '0698765432');
}
const alertLines = (page: Page) => page.locator('.rec .alert li').allTextContents();
const unexpected = (problems: readonly string[], expected: RegExp) =>
  problems.filter((problem) => !expected.test(problem));

describe.each([
  { size: 'phone', locale: 'fr-FR', action: 'Recommander un ami', width: 360 },
  { size: 'phone', locale: 'en-GB', action: 'Recommend a friend', width: 320 },
  { size: 'desktop', locale: 'fr-FR', action: 'Recommander un ami', width: 1440 },
] as const)('at $width px, in $locale', ({ size, locale, action, width }) => {
  test('the form opens on the card, nothing is amiss with it, and the way back leads to the card', async () => {
    const { page, problems } = await openPage({
      size,
      locale,
      context: width === 320 ? { viewport: { width, height: 640 } } : {},
    });
    await page.goto(`${running.url}/c/${(await givenOwner()).slugs[0]}`);
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('link', { name: action }).click();
    await page.getByRole('heading', { level: 1, name: action }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await pageFaults(page)).toEqual([]);
    await isReady(page);
    await button(page).click();
    await page.locator('.rec summary').click();
    expect(await alertLines(page)).toHaveLength(5);
    expect(await pageFaults(page)).toEqual([]);
    await page.locator('.rec .back').click();
    await page.getByRole('heading', { level: 1, name: 'Patrice Durand' }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('as one types', () => {
  test('errors are said in words beside the fields and at the top, and go as they are put right', async () => {
    const { page, problems } = await openForm();
    await page.getByLabel('Votre téléphone').fill('0612');
    await page.getByLabel('ou votre e-mail').fill('marc@exemple');
    await page.getByLabel('Son nom').focus();
    expect(await page.locator('#r-ambassador-phone-bad').textContent()).toMatch(/^Ce numéro n’existe pas/);
    expect(await page.locator('#r-ambassador-email-bad').textContent()).toMatch(/n’est pas complète/);
    await button(page).click();
    expect(await alertLines(page)).toEqual([
      'Indiquez votre nom.',
      expect.stringMatching(/^Ce numéro/),
      expect.stringMatching(/^Cette adresse/),
      'Indiquez son nom.',
      'Indiquez son téléphone ou son e-mail.',
      'Confirmez que cette personne est d’accord.',
    ]);
    // The first of them has the focus; a line of the list leads to its field, and the form stays open.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('r-ambassador-name');
    await page.locator('.rec .alert a').last().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('r-declaration');
    expect(new URL(page.url()).hash).toBe('#recommander');
    await page.getByLabel('Votre nom').fill('Marc');
    expect(await page.locator('#r-ambassador-name-bad').textContent()).toBe('');
    expect(await page.getByLabel('Votre nom').getAttribute('aria-invalid')).toBeNull();
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each([
    ['0612345678', '06 12 34 56 78'],
    ['+33612345678', '+33 6 12 34 56 78'],
    ['0692123456', '06 92 12 34 56'],
    ['+262692123456', '+262 692 12 34 56'],
    ['+32470123456', '+32 470 12 34 56'],
  ])('%s is shown as %s', async (typed, shown) => {
    const { page } = await openForm();
    const field = page.getByLabel('Son téléphone');
    await field.pressSequentially(typed);
    expect(await field.inputValue()).toBe(shown);
    // What is taken away stays away.
    await field.press('Backspace');
    await field.press('Backspace');
    expect((await field.inputValue()).replaceAll(' ', '')).toBe(typed.slice(0, -2));
    await page.close();
  });

  test('all of it can be done by keyboard', async () => {
    const { page } = await openForm({ size: 'desktop' });
    const sent = watchSubmissions(page);
    await page.getByLabel('Votre nom').focus();
    for (const text of ['Marc Petit', '', 'marc@example.fr', 'Sophie Dubois', '0698765432']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    // Past the details, which stay folded.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await thanks(page).waitFor();
    expect(sent[0]!.postDataJSON()).toMatchObject({
      ambassador: { name: 'Marc Petit', phone: '', email: 'marc@example.fr' },
      prospect: { name: 'Sophie Dubois', phone: '06 98 76 54 32' },
    });
    await page.close();
  });

  test('the hidden field is seen by nobody, reached by no key, and read out by no one', async () => {
    const { page } = await openForm();
    const trap = page.locator('[name="objet"]');
    expect(await trap.isVisible()).toBe(false);
    const protocol = await page.context().newCDPSession(page);
    const { nodes } = await protocol.send('Accessibility.getFullAXTree');
    expect(JSON.stringify(nodes)).toContain('Votre nom');
    expect(JSON.stringify(nodes)).not.toContain('Ne remplissez pas ce champ');
    // A browser fills in only what it could focus.
    expect(
      await trap.evaluate((field) => {
        field.focus();
        return document.activeElement === field;
      }),
    ).toBe(false);
    await page.close();
  });
});

describe('sending', () => {
  test('goes out once, as JSON under its key, and thanks with the message to forward', async () => {
    const { page, problems, owner } = await openForm({
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const sent = watchSubmissions(page);
    await fillIn(page);
    await button(page).dblclick();
    await thanks(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Merci Marc\u00a0!');
    expect(sent).toHaveLength(1);
    expect(keysOf(sent)[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(await pageFaults(page)).toEqual([]);
    const message = await page.locator('.thanks .message').textContent();
    expect(message).toMatch(/^Bonjour Sophie,[^]*\/r\/[\w-]{22}\nMarc$/);
    const to = await page
      .locator('.thanks .ways a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(to.map((address) => address.split('?')[0])).toEqual([
      'sms:0698765432',
      'https://wa.me/',
      'mailto:',
    ]);
    expect(decodeURIComponent(to[1]!)).not.toMatch(/98 ?76/);
    await page.getByRole('button', { name: 'Copier' }).click();
    await page.getByText('Message copié').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(message);
    // Nothing of it is left on the device.
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    // As when the browser had to make room while the message was sent.
    await page.reload();
    await thanks(page).waitFor();
    expect(await page.locator('.thanks .message').textContent()).toBe(message);

    await page.getByRole('button', { name: 'Recommander quelqu’un d’autre' }).click();
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Marc Petit');
    expect(await page.getByLabel('Son nom').inputValue()).toBe('');
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await fillInProspect(page, 'Jean Martin', '0698765433');
    await button(page).click();
    await page.getByText('Votre recommandation de Jean Martin').waitFor();
    const [first, second] = keysOf(sent);
    expect([sent.length, second === first]).toEqual([2, false]);
    expect((await arrived(owner)).toSorted()).toEqual(['Jean Martin', 'Sophie Dubois']);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a lost connection is said; what was typed is kept and goes out once, by itself', async () => {
    const { page, context, problems, owner } = await openForm();
    const sent = watchSubmissions(page);
    await fillIn(page);
    await context.setOffline(true);
    await button(page).click();
    await page.getByText('Pas de connexion').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(await page.getByLabel('Son nom').inputValue()).toBe('Sophie Dubois');
    expect(await button(page).textContent()).toBe('Réessayer');
    await context.setOffline(false);
    await thanks(page).waitFor();
    expect(new Set(keysOf(sent)).size).toBe(1);
    expect(await arrived(owner)).toEqual(['Sophie Dubois']);
    expect(unexpected(problems, /ERR_INTERNET_DISCONNECTED/)).toEqual([]);
    await page.close();
  });

  test('an answer that was lost on its way is asked for again, and there is one recommendation', async () => {
    const { page, owner } = await openForm();
    const sent = watchSubmissions(page);
    await loseFirstAnswer(page);
    await fillIn(page);
    await button(page).click();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await thanks(page).waitFor();
    expect(new Set(keysOf(sent)).size).toBe(1);
    expect(await arrived(owner)).toEqual(['Sophie Dubois']);
    await page.close();
  });

  test('what was typed outlives a reload; what was on its way goes out then, once', async () => {
    const { page, owner } = await openForm();
    const sent = watchSubmissions(page);
    await page.getByLabel('Votre nom').fill('Marc Petit');
    await page.locator('.rec summary').click();
    await page.getByLabel('Un mot sur son besoin').fill('Cherche un devis');
    await page.reload();
    await isReady(page);
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Marc Petit');
    // The folded part is open where something stands in it.
    expect(await page.getByLabel('Un mot sur son besoin').isVisible()).toBe(true);
    expect(sent).toEqual([]);
    await fillIn(page);
    await loseFirstAnswer(page);
    await button(page).click();
    await page.getByText('Pas de connexion').waitFor();
    await page.reload();
    await thanks(page).waitFor();
    expect(new Set(keysOf(sent)).size).toBe(1);
    expect((sent.at(-1)!.postDataJSON() as { message: string }).message).toBe('Cherche un devis');
    expect(await arrived(owner)).toEqual(['Sophie Dubois']);
    await page.close();
  });

  test.each([
    [{ status: 429, headers: { 'retry-after': '600' } }, 'réessayez dans 10 min'],
    [{ status: 503 }, 'Le service ne répond pas'],
    [{ status: 404 }, 'ne prend plus de recommandations'],
  ] as const)('%o is said in words, and what was typed stays', async (answer, words) => {
    const { page } = await openForm();
    await page.route(SUBMISSIONS, (route) => route.fulfill({ ...answer, json: {} }));
    await fillIn(page);
    await button(page).click();
    await page.getByText(words).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);
    expect(await page.getByLabel('Son nom').inputValue()).toBe('Sophie Dubois');
    expect(await button(page).isEnabled()).toBe(true);
    await page.close();
  });

  test('what the server alone can know is said beside the field', async () => {
    const { page } = await openForm();
    await fillIn(page);
    // As long as a French number, and none.
    await page.getByLabel('Son téléphone').fill('0012345678');
    await button(page).click();
    await page.locator('#r-prospect-phone-bad:not(:empty)').waitFor();
    expect(await alertLines(page)).toEqual([expect.stringMatching(/^Ce numéro n’existe pas/)]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('r-prospect-phone');
    await page.close();
  });
});

describe('by a personal link', () => {
  async function openPersonal(javaScriptEnabled: boolean) {
    const owner = await givenOwner();
    const client = await owner.signIn();
    const made = await client.post('/api/recommendations/ambassadors', {
      name: 'Marc Petit',
      email: 'marc@example.fr',
    });
    const { body } = await client.get(`/api/recommendations/ambassadors/${made.body.id}`);
    const { page, problems } = await openPage({ context: { javaScriptEnabled } });
    await page.goto(body.links[0].url);
    if (javaScriptEnabled) await isReady(page);
    return { page, problems, owner };
  }

  test.each([true, false])('with JavaScript %o, nobody types who they are', async (javaScript) => {
    const { page, problems, owner } = await openPersonal(javaScript);
    await page.getByText('Vous recommandez en tant que Marc Petit').waitFor();
    expect(await page.getByLabel('Votre nom').count()).toBe(0);
    if (javaScript) expect(await pageFaults(page)).toEqual([]);
    await fillInProspect(page, 'Sophie Dubois', '0698765432');
    await button(page).click();
    await thanks(page).waitFor();
    expect((await arrivals(owner)).map(({ ambassador }) => ambassador.name)).toEqual(['Marc Petit']);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('whoever is somebody else says so, and what they typed of their friend stays', async () => {
    const { page } = await openPersonal(true);
    await fillInProspect(page, 'Sophie Dubois', '0698765432');
    await page.getByRole('link', { name: 'Ce n’est pas moi' }).click();
    await page.getByLabel('Votre nom').fill('Anne Martin');
    await isReady(page);
    expect(await page.getByLabel('Son nom').inputValue()).toBe('Sophie Dubois');
    await page.getByLabel('ou votre e-mail').fill('anne@example.fr');
    await button(page).click();
    await page.getByRole('heading', { name: 'Merci Anne' }).waitFor();
    await page.close();
  });
});

describe('a submission that looks odd', () => {
  test('because it was quick, is let through by the browser’s work, without a word', async () => {
    const { page, problems, owner } = await openForm();
    const proof = page.waitForResponse(
      (response) => response.url().endsWith('/proof') && response.request().method() === 'POST',
    );
    await fillIn(page);
    await button(page).click();
    await thanks(page).waitFor();
    expect((await proof).status()).toBe(204);
    const { body } = await (await owner.signIn()).get('/api/recommendations');
    expect(body.items).toMatchObject([{ prospect: { name: 'Sophie Dubois' } }]);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('is let through on a page without Web Crypto too', async () => {
    const { page, context } = await openPage();
    // As on a page that is not secure.
    await context.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'subtle'));
    const secret = 'a secret of the tests';
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 20,
      counter: 40,
      deriveKey,
      hmacSignatureSecret: secret,
    });
    await page.route('**/proof', (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ json: challenge })
        : route.fulfill({ status: 204 }),
    );
    const proof = page.waitForRequest(
      (request) => request.url().endsWith('/proof') && request.method() === 'POST',
    );
    const owner = await givenOwner();
    await page.goto(`${running.url}/c/${owner.slugs[0]}#recommander`);
    await isReady(page);
    await fillIn(page);
    await button(page).click();
    const { payload } = (await proof).postDataJSON() as { payload: string };
    const solved = JSON.parse(Buffer.from(payload, 'base64').toString()) as Pick<
      Parameters<typeof verifySolution>[0],
      'challenge' | 'solution'
    >;
    const { verified } = await verifySolution({ ...solved, deriveKey, hmacSignatureSecret: secret });
    expect(verified).toBe(true);
    await page.close();
  });
});

test('without JavaScript, the form opens, is sent, comes back with its errors, and thanks', async () => {
  const owner = await givenOwner();
  const { page, problems } = await openPage({ context: { javaScriptEnabled: false } });
  await page.goto(`${running.url}/c/${owner.slugs[0]}`);
  await page.getByRole('link', { name: 'Recommander un ami' }).click();
  await fillIn(page);
  await page.getByLabel('Son téléphone').fill('06 98');
  await page.locator('.rec summary').click();
  await page.getByLabel('Un mot sur son besoin').fill('Cherche\nun devis');
  await button(page).click();
  await page.getByRole('alert').waitFor();
  expect(await alertLines(page)).toEqual([expect.stringMatching(/^Ce numéro n’existe pas/)]);
  expect(await page.getByLabel('Un mot sur son besoin').inputValue()).toBe('Cherche\nun devis');
  expect(await page.getByRole('checkbox').isChecked()).toBe(true);
  await page.getByLabel('Son téléphone').fill('0698765432');
  await button(page).click();
  await thanks(page).waitFor();
  expect(await page.getByRole('link', { name: 'SMS' }).getAttribute('href')).toMatch(
    /^sms:0698765432\?&body=/,
  );
  await page.getByRole('link', { name: 'Recommander quelqu’un d’autre' }).click();
  await page.getByLabel('Son nom').waitFor();
  expect(await page.getByLabel('Son nom').inputValue()).toBe('');
  expect(await arrived(owner)).toEqual(['Sophie Dubois']);
  expect(unexpected(problems, /400/)).toEqual([]);
  await page.close();
});
