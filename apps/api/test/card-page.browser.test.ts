/// <reference lib="dom" />
/** What a visitor sees of a card in a real Chromium, with JavaScript and without. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { openPage } from './support/browser.js';
import { Client } from './support/client.js';
import { pageFaults } from './support/page-faults.js';
import { readQr } from './support/read-qr.js';

const WORD = 'W'.repeat(120);

const FULL = {
  name: 'Zoé Lefèvre-Saint-Exupéry',
  role: 'Conseillère en rénovation énergétique',
  company: 'Ateliers <b>Lefèvre</b> & "Fils"',
  tagline: 'Un devis clair en 48 heures : appelez !',
  phones: [
    { kind: 'mobile', number: '+33639980199' },
    { kind: 'work', number: '+33261910799' },
    { kind: 'fax', number: '+33261910798' },
  ],
  whatsapp: '+33639980199',
  email: 'zoe@lefevre.example',
  website: 'https://www.lefevre.example/',
  calendar: 'https://rdv.lefevre.example/',
  address: { street: '1 rue de la Paix', postalCode: '75002', city: 'Paris', country: 'FR' },
  socials: {
    linkedin: 'https://www.linkedin.com/in/zoe-exemple',
    instagram: 'https://www.instagram.com/zoe-exemple',
    facebook: 'https://www.facebook.com/zoe-exemple',
    x: 'https://x.com/zoe-exemple',
    youtube: 'https://www.youtube.com/@zoe-exemple',
    tiktok: 'https://www.tiktok.com/@zoe-exemple',
  },
  // The palest there is: what is written on it must be legible all the same.
  color: '#ffff00',
};
// One pixel.
const PHOTO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const LONG = {
  name: WORD,
  role: WORD,
  company: WORD,
  tagline: 'W'.repeat(280),
  email: `${'w'.repeat(60)}@${'w'.repeat(60)}.example`,
  website: `https://${'w'.repeat(60)}.example/${'w'.repeat(400)}`,
  address: { street: 'W'.repeat(200), city: 'W'.repeat(100) },
};

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
  const { status } = await new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` }).post(
    '/api/admin/accounts',
    {
      name: 'Zoé',
      email: 'zoe@example.test',
      plan: 'multi-cartes',
      cards: [
        { slug: 'full', title: 'Full', profile: FULL, photo: `data:image/png;base64,${PHOTO}` },
        { slug: 'minimal', title: 'Jo' },
        { slug: 'long', title: WORD, profile: LONG },
      ],
    },
  );
  expect(status).toBe(201);
});

const targets = (page: Page): Promise<Record<string, string | null>[]> =>
  page
    .locator('a[data-track]')
    .evaluateAll((links) =>
      links.map((link) => ({ [link.getAttribute('data-track') ?? '']: link.getAttribute('href') })),
    );

describe.each([
  { size: 'phone', locale: 'fr-FR', language: 'fr' },
  { size: 'desktop', locale: 'en-GB', language: 'en' },
] as const)('at $size size, in $language', ({ size, locale, language }) => {
  test('nothing is amiss on any page of a card, and the console is silent', async () => {
    const { page, problems } = await openPage({ size, locale });
    for (const path of [
      '/c/full',
      '/c/full/qr',
      '/c/full/privacy',
      '/c/minimal',
      '/c/long',
      '/c/long/qr',
      '/c/long/privacy',
    ]) {
      await page.goto(running.url + path);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect([path, await pageFaults(page), problems]).toEqual([path, [], []]);
    }
    await page.locator('button[name="choice"]').click();
    await page.getByRole('status').waitFor();
    expect([await pageFaults(page), problems]).toEqual([[], []]);
    // A browser notes by itself that a page was not found.
    await page.goto(`${running.url}/c/nobody`);
    expect(await pageFaults(page)).toEqual([]);
    await page.close();
  });
});

describe('without JavaScript', () => {
  const open = () => openPage({ context: { javaScriptEnabled: false } });

  test('everything on the card can be used', async () => {
    const { page } = await open();
    await page.goto(`${running.url}/c/full`);
    expect(await targets(page)).toEqual(
      expect.arrayContaining([
        { phone: 'tel:+33639980199' },
        { phone: 'tel:+33261910799' },
        { sms: 'sms:+33639980199' },
        { whatsapp: 'https://wa.me/33639980199' },
        { email: 'mailto:zoe@lefevre.example' },
        { website: FULL.website },
        { calendar: FULL.calendar },
        ...Object.entries(FULL.socials).map(([network, address]) => ({ [network]: address })),
      ]),
    );
    // Nothing leads nowhere, a fax is not called, and what is offered can be seen and pressed.
    for (const link of await page.locator('a').all()) {
      expect(await link.getAttribute('href')).toMatch(/^(?:https:|tel:|sms:|mailto:|\/c\/full)/);
      await link.click({ trial: true });
    }
    expect(await page.content()).not.toContain('tel:+33261910798');
    expect(await page.locator('[data-track="share"]:visible').getAttribute('href')).toMatch(
      new RegExp(`^mailto:.*${encodeURIComponent('/c/full?s=link')}`),
    );

    const saved = page.waitForEvent('download');
    await page.locator('[data-track="vcard"]').click();
    const contact = await saved;
    expect(contact.suggestedFilename()).toMatch(/\.vcf$/);
    const text = await readFile(await contact.path(), 'utf8');
    expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
    expect(text).toContain('Lefèvre-Saint-Exupéry');

    await page.locator('[data-track="qr"]').click();
    await page.waitForURL('**/c/full/qr');
    expect(readQr(await page.getByRole('img').screenshot())?.data).toBe(`${running.url}/c/full?s=qr`);
    await page.locator('a[data-track="card"]').click();
    await page.waitForURL('**/c/full');
    await page.close();
  });

  test('a visitor who does not want to be measured says so, is told so, and can change their mind', async () => {
    const { page, context, problems } = await open();
    const choose = async (choice: 'out' | 'in', words: string): Promise<void> => {
      await page.locator('footer a[data-track="privacy"]').click();
      await page.locator(`button[name="choice"][value="${choice}"]`).click();
      await page.getByRole('status').getByText(words).waitFor();
      await page.locator('a[data-track="card"]').click();
      await page.waitForURL('**/c/full');
    };
    await page.goto(`${running.url}/c/full`);
    expect(await page.locator('script[src="/t.js"]').count()).toBe(1);
    await choose('out', 'vos visites ne sont plus mesurées');
    expect(await page.locator('script[src="/t.js"]').count()).toBe(0);
    await page.getByRole('link', { name: 'Vos visites ne sont pas mesurées' }).waitFor();
    // Also on another card.
    await page.goto(`${running.url}/c/minimal`);
    expect(await page.locator('script[src="/t.js"]').count()).toBe(0);
    await page.goto(`${running.url}/c/full`);
    await choose('in', 'vos visites sont de nouveau mesurées');
    expect(await page.locator('script[src="/t.js"]').count()).toBe(1);
    expect(await context.cookies()).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('with JavaScript', () => {
  test('sharing copies the address where the device has no share sheet, and says so', async () => {
    const { page, problems } = await openPage({
      size: 'desktop',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await page.goto(`${running.url}/c/full`);
    expect(await page.locator('[data-track="share"]:visible').count()).toBe(1);
    await page.locator('button[data-track="share"]').click();
    await page.getByRole('status').getByText('Lien copié').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${running.url}/c/full?s=link`);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('where copying is refused the address is shown, to be copied by hand', async () => {
    const { page, context, problems } = await openPage({ size: 'desktop' });
    // A full Chromium lets whoever presses a button copy, a headless one does not.
    const protocol = await context.newCDPSession(page);
    const { browserContextId = '' } = (await protocol.send('Target.getTargetInfo')).targetInfo;
    await protocol.send('Browser.setPermission', {
      permission: { name: 'clipboard-write' },
      setting: 'denied',
      origin: running.url,
      browserContextId,
    });
    await page.goto(`${running.url}/c/long`);
    await page.locator('button[data-track="share"]').click();
    await page.getByRole('status').getByText(`Copiez ce lien : ${running.url}/c/long?s=link`).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});
