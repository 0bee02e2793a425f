/// <reference lib="dom" />
/** The form "Recommander un ami" in a real Chromium: as one types, without JavaScript, and when the line breaks. */
import type { Page, Request } from 'playwright-core';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { beforeAll, describe, expect, test } from 'vitest';
import { PublicCards } from '../src/cards/public-cards.service.js';
import type { CardView } from '../src/cards/page/card-view.js';
import { contentSecurityPolicy } from '../src/cards/page/theme.js';
import { renderRecommendForm } from '../src/referral/page/recommend-form.js';
import { renderThanksPage } from '../src/referral/page/thanks-page.js';
import { type RunningApp, startApp } from './support/app.js';
import { openPage, type OpenOptions } from './support/browser.js';
import { givenCard } from './support/given.js';
import { pageFaults } from './support/page-faults.js';

let running: RunningApp;
let slug: string;
let view: CardView;
beforeAll(async () => {
  running = await startApp();
  slug = await givenCard(running, {
    plan: 'force-de-vente',
    // The palest there is: what is written on it must be legible all the same.
    profile: { name: 'Patrice Durand', company: 'Atelier Lumière', color: '#ffff00' },
  });
  view = (await running.app.get(PublicCards).find(slug))!.view;
});

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const received = (): Answer => ({
  status: 201,
  json: {
    reference: 'K7QF2M',
    consentUrl: `${running.url}/r/abcdefghijklmnopqrstuv`,
    statusUrl: `${running.url}/a/abcdefghijklmnopqrstuv`,
  },
});

/** Stands in for the submission's answer, and keeps what was sent. */
async function answering(page: Page, answer: (nth: number) => Answer | 'lost'): Promise<Request[]> {
  const sent: Request[] = [];
  await page.route('**/api/cards/*/recommendations', async (route) => {
    sent.push(route.request());
    const given = answer(sent.length);
    if (given === 'lost') return route.abort('connectionreset');
    const { status, json, html, headers = {} } = given;
    if (html === undefined) return route.fulfill({ status, json, headers });
    const policy = contentSecurityPolicy(view.profile.color);
    const type = 'text/html; charset=utf-8';
    return route.fulfill({
      status,
      body: html,
      headers: { 'content-type': type, 'content-security-policy': policy },
    });
  });
  return sent;
}

/** The script has taken the form over. */
const isReady = (page: Page) => page.locator('.rec form[novalidate]').waitFor();

async function openForm(options: OpenOptions = {}) {
  const opened = await openPage(options);
  await opened.page.goto(`${running.url}/c/${slug}#recommander`);
  if (options.context?.javaScriptEnabled !== false) await isReady(opened.page);
  return opened;
}

const button = (page: Page) => page.locator('.rec button[type="submit"]');
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Votre nom').fill('Marc Petit');
  await page.getByLabel('Votre téléphone').fill('0612345678');
  await page.getByLabel('Son nom').fill('Sophie Dubois');
  await page.getByLabel('Son téléphone').fill('0698765432');
  await page.getByRole('checkbox').check();
}
const alertLines = (page: Page) => page.locator('.rec .alert li').allTextContents();
const problemsBut = (problems: readonly string[], expected: RegExp) =>
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
    await page.goto(`${running.url}/c/${slug}`);
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
    const sent = await answering(page, received);
    await page.getByLabel('Votre nom').focus();
    for (const text of ['Marc Petit', '', 'marc@example.fr', 'Sophie Dubois', '0698765432']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    // Past the details, which stay folded.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Merci Marc' }).waitFor();
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
    const { page, problems } = await openForm({
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const sent = await answering(page, received);
    await fillIn(page);
    await button(page).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Merci Marc' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Merci Marc\u00a0!');
    expect(sent).toHaveLength(1);
    const { declaration, objet, opened } = sent[0]!.postDataJSON() as Record<string, unknown>;
    expect([declaration, objet, opened]).toEqual([true, '', expect.stringMatching(/^\w+\.[\w-]{22}$/)]);
    expect(sent[0]!.headers()['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(await pageFaults(page)).toEqual([]);
    const message = await page.locator('.thanks .message').textContent();
    expect(message).toContain(`${running.url}/r/abcdefghijklmnopqrstuv`);
    expect(message).toMatch(/^Bonjour Sophie,/);
    const to = await page
      .locator('.thanks .ways a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(to.map((address) => address.split(/[?]/)[0])).toEqual([
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

    await page.getByRole('button', { name: 'Recommander quelqu’un d’autre' }).click();
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Marc Petit');
    expect(await page.getByLabel('Son nom').inputValue()).toBe('');
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await page.getByLabel('Son nom').fill('Jean Martin');
    await page.getByLabel('Son téléphone').fill('0698765433');
    await page.getByRole('checkbox').check();
    await button(page).click();
    await page.getByText('Jean Martin').waitFor();
    expect(sent).toHaveLength(2);
    const [first, second] = sent.map((request) => request.headers()['idempotency-key']);
    expect(second).not.toBe(first);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a lost connection is said; what was typed is kept and goes out once, by itself, under the same key', async () => {
    const { page, context, problems } = await openForm();
    const sent = await answering(page, received);
    await fillIn(page);
    await context.setOffline(true);
    await button(page).click();
    await page.getByText('Pas de connexion').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(await page.getByLabel('Son nom').inputValue()).toBe('Sophie Dubois');
    expect(await button(page).textContent()).toBe('Réessayer');
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Merci Marc' }).waitFor();
    expect(new Set(sent.map((request) => request.headers()['idempotency-key'])).size).toBe(1);
    expect(problemsBut(problems, /ERR_INTERNET_DISCONNECTED/)).toEqual([]);
    await page.close();
  });

  test('an answer that was lost on its way is asked for again under the same key', async () => {
    const { page } = await openForm();
    const sent = await answering(page, (nth) => (nth === 1 ? 'lost' : received()));
    await fillIn(page);
    await button(page).click();
    await page.getByText('Pas de connexion').waitFor();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { name: 'Merci Marc' }).waitFor();
    const [first, second] = sent.map((request) => request.headers()['idempotency-key']);
    expect(second).toBe(first);
    await page.close();
  });

  test('what was typed outlives a reload; what was on its way goes out then', async () => {
    const { page, context } = await openForm();
    const sent = await answering(page, (nth) => (nth === 1 ? 'lost' : received()));
    await page.getByLabel('Votre nom').fill('Marc Petit');
    await page.getByLabel('Un mot sur son besoin').evaluate((field) => {
      (field as HTMLTextAreaElement).value = 'Cherche un devis';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.reload();
    await isReady(page);
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Marc Petit');
    // The folded part is open where something stands in it.
    expect(await page.getByLabel('Un mot sur son besoin').isVisible()).toBe(true);
    expect(sent).toEqual([]);
    await fillIn(page);
    await button(page).click();
    await page.getByText('Pas de connexion').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Merci Marc' }).waitFor();
    const [first, second] = sent.map((request) => request.headers()['idempotency-key']);
    expect(second).toBe(first);
    expect((sent[1]!.postDataJSON() as { message: string }).message).toBe('Cherche un devis');
    expect(context.pages()).toHaveLength(1);
    await page.close();
  });

  test.each([
    [{ status: 429, headers: { 'retry-after': '600' } }, 'réessayez dans 10 min'],
    [{ status: 503 }, 'Le service ne répond pas'],
    [{ status: 404 }, 'ne prend plus de recommandations'],
  ] as const)('%o is said in words, and what was typed stays', async (answer, words) => {
    const { page } = await openForm();
    await answering(page, () => ({ ...answer, json: {} }));
    await fillIn(page);
    await button(page).click();
    await page.getByText(words).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(await page.getByLabel('Son nom').inputValue()).toBe('Sophie Dubois');
    expect(await button(page).isEnabled()).toBe(true);
    await page.close();
  });

  test('what the server alone can know is said beside the field', async () => {
    const { page } = await openForm();
    const errors = [{ path: 'prospect.phone', message: 'is no number' }];
    await answering(page, () => ({ status: 400, json: { code: 'validation_failed', errors } }));
    await fillIn(page);
    await button(page).click();
    await page.locator('#r-prospect-phone-bad:not(:empty)').waitFor();
    expect(await alertLines(page)).toEqual([expect.stringMatching(/^Ce numéro n’existe pas/)]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('r-prospect-phone');
    await page.close();
  });

  test('a proof of work that is asked for is given without a word', async () => {
    const { page, problems } = await openForm();
    const secret = 'a secret of the tests';
    const challenge = await createChallenge({
      algorithm: 'SHA-256',
      cost: 2,
      keyPrefix: '000',
      deriveKey,
      hmacSignatureSecret: secret,
    });
    await answering(page, () => {
      const { status, json } = received();
      return { status, json: { ...(json as object), proofUrl: `${running.url}/proof/x` } };
    });
    await page.route('**/proof/x', (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ json: challenge })
        : route.fulfill({ status: 204 }),
    );
    const proof = page.waitForRequest(
      (request) => request.url().endsWith('/proof/x') && request.method() === 'POST',
    );
    await fillIn(page);
    await button(page).click();
    const { payload } = (await proof).postDataJSON() as { payload: string };
    const solved = JSON.parse(Buffer.from(payload, 'base64').toString()) as Parameters<
      typeof verifySolution
    >[0];
    const { verified } = await verifySolution({ ...solved, deriveKey, hmacSignatureSecret: secret });
    expect(verified).toBe(true);
    expect(await page.getByRole('heading', { name: 'Merci Marc' }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('without JavaScript', () => {
  const context = { javaScriptEnabled: false };

  test('the form opens, is sent as a form, comes back with its errors, and thanks', async () => {
    const { page, problems } = await openPage({ context });
    const typed = (request: Request) => Object.fromEntries(new URLSearchParams(request.postData() ?? ''));
    const sent = await answering(page, (nth) => {
      const { idempotencyKey = '', opened = '', ...rest } = typed(sent.at(-1)!);
      const html =
        nth === 1
          ? renderRecommendForm(view, {
              locale: 'fr',
              opened,
              idempotencyKey,
              typed: rest,
              errors: [{ path: 'prospect.phone', message: 'is no number' }],
            })
          : renderThanksPage(view, {
              locale: 'fr',
              receipt: received().json as Parameters<typeof renderThanksPage>[1]['receipt'],
              ambassador: rest['ambassador.name'] ?? null,
              prospect: { name: rest['prospect.name'] ?? '', phone: rest['prospect.phone'] },
            });
      return { status: nth === 1 ? 400 : 201, html };
    });
    await page.goto(`${running.url}/c/${slug}`);
    await page.getByRole('link', { name: 'Recommander un ami' }).click();
    await fillIn(page);
    await page.locator('.rec summary').click();
    await page.getByLabel('Un mot sur son besoin').fill('Cherche\nun devis');
    await button(page).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Un mot sur son besoin').inputValue()).toBe('Cherche\nun devis');
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    await page.getByLabel('Son téléphone').fill('0698765433');
    await button(page).click();
    await page.getByRole('heading', { name: 'Merci Marc' }).waitFor();
    const [first, second] = sent.map(typed);
    expect(first).toMatchObject({
      'ambassador.name': 'Marc Petit',
      'prospect.phone': '0698765432',
      message: 'Cherche\r\nun devis',
      declaration: 'true',
      objet: '',
    });
    expect(second).toMatchObject({ idempotencyKey: first!['idempotencyKey'], opened: first!['opened'] });
    expect(await page.getByRole('link', { name: 'SMS' }).getAttribute('href')).toMatch(
      /^sms:0698765433\?&body=/,
    );
    await page.getByRole('link', { name: 'Recommander quelqu’un d’autre' }).click();
    await page.getByLabel('Son nom').waitFor();
    expect(await page.getByLabel('Son nom').inputValue()).toBe('');
    expect(problemsBut(problems, /400/)).toEqual([]);
    await page.close();
  });
});
