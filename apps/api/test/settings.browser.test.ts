/// <reference lib="dom" />
/** The settings, in a real Chromium, against the real application. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Accounts } from '../src/accounts/accounts.service.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { mailTo } from './support/mailbox.js';
import { pageFaults } from './support/page-faults.js';
import { signInTo } from './support/signed-in-page.js';

const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0';

/** The words that the test looks for, in the language that the account begins with and in the other. */
const WORDS = {
  fr: {
    title: 'Réglages',
    account: 'Mon compte',
    name: 'Nom',
    nameMissing: 'Indiquez votre nom.',
    place: 'Langue et fuseau horaire',
    zone: 'Fuseau horaire',
    save: 'Enregistrer',
    saved: 'Enregistré',
    unreachable: 'Le service ne répond pas',
    other: 'English',
    otherTitle: 'Settings',
    password: 'Mot de passe',
    current: 'Mot de passe actuel',
    new: 'Nouveau mot de passe',
    wrong: "Ce n'est pas votre mot de passe actuel.",
    change: 'Changer le mot de passe',
    changed: 'Mot de passe changé',
    sessions: 'Appareils connectés',
    endEdge: 'Déconnecter Edge sur Windows',
    ended: 'Appareil déconnecté',
    keys: "Clés d'API",
    keyName: 'Nom de la nouvelle clé',
    create: 'Créer une clé',
    key: "Clé d'API",
    kept: "C'est noté",
    deleteKey: 'Supprimer la clé',
    delete: 'Supprimer',
    deleted: 'Clé supprimée',
    notifications: 'Notifications',
    quiet: 'Heures calmes',
    quietHint: /elles arrivent ensuite, regroupées.+e-mails préviennent toujours/,
    report: 'Rapport mensuel',
    look: 'Voir le rapport',
    noReport: "Aucun mois passé n'est gardé en entier",
    month: 'Mois',
    frame: "Aperçu de l'e-mail",
    hello: 'Bonjour Owner',
    send: "M'envoyer cet e-mail",
    sent: 'En route vers',
    locked: 'Disponible avec les modèles Force de Vente ou Multi-Cartes.',
  },
  en: {
    title: 'Settings',
    account: 'My account',
    name: 'Name',
    nameMissing: 'Enter your name.',
    place: 'Language and time zone',
    zone: 'Time zone',
    save: 'Save',
    saved: 'Saved',
    unreachable: 'The service does not answer',
    other: 'Français',
    otherTitle: 'Réglages',
    password: 'Password',
    current: 'Current password',
    new: 'New password',
    wrong: 'This is not your current password.',
    change: 'Change the password',
    changed: 'Password changed',
    sessions: 'Signed-in devices',
    endEdge: 'Sign out Edge on Windows',
    ended: 'Device signed out',
    keys: 'API keys',
    keyName: 'Name of the new key',
    create: 'Create a key',
    key: 'API key',
    kept: 'Got it',
    deleteKey: 'Delete the key',
    delete: 'Delete',
    deleted: 'Key deleted',
    notifications: 'Notifications',
    quiet: 'Quiet hours',
    quietHint: /they come afterwards, gathered.+e-mails still tell me/,
    report: 'Monthly report',
    look: 'See the report',
    noReport: 'No past month is kept as a whole',
    month: 'Month',
    frame: 'Preview of the e-mail',
    hello: 'Hello Owner',
    send: 'Send me this e-mail',
    sent: 'On its way to',
    locked: 'Available with the Force de Vente or Multi-Cartes models.',
  },
} as const;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function openSettings(
  owner: GivenAccount,
  size: 'phone' | 'desktop',
  locale: 'fr' | 'en',
): Promise<OpenedPage> {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const opened = await openPage({ size, locale: tag, context: { reducedMotion: 'reduce' } });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await signInTo(running, opened.context, owner.email);
  await page.goto(`${running.url}/settings`);
  await page.getByRole('heading', { level: 1, name: WORDS[locale].title }).waitFor();
  return opened;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe.each([
  { size: 'phone', locale: 'fr' },
  { size: 'desktop', locale: 'en' },
] as const)('at $size size, in $locale', ({ size, locale }) => {
  const words = WORDS[locale];

  test('another device is signed out', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const edge = new Client(running.url, { 'user-agent': WINDOWS });
    await edge.signIn(owner.email, PASSWORD);
    const { page } = await openSettings(owner, size, locale);

    const devices = section(page, words.sessions);
    await devices.getByRole('button', { name: words.endEdge }).click();
    await devices.getByText(words.ended).waitFor();
    expect(await devices.getByRole('listitem').count()).toBe(1);
    expect((await edge.get('/api/me')).status).toBe(401);
    await page.close();
  });

  test('a new password ends the sessions elsewhere; a wrong one loses nothing typed', async () => {
    const owner = await givenAccount(running, { locale });
    const { page } = await openSettings(owner, size, locale);
    const elsewhere = await owner.signIn();
    const password = section(page, words.password);
    await password.getByLabel(words.current).fill('not the password');
    await password.getByLabel(words.new).fill('a better password');
    await password.getByRole('button', { name: words.change }).click();
    await password.getByText(words.wrong).waitFor();
    expect(await password.getByLabel(words.new).inputValue()).toBe('a better password');
    await password.getByLabel(words.current).fill(PASSWORD);
    await password.getByRole('button', { name: words.change }).click();
    await password.getByText(words.changed).waitFor();
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    await new Client(running.url).signIn(owner.email, 'a better password');
    await page.close();
  });

  test('a key is shown once, and opens nothing once it is deleted', async () => {
    const { page } = await openSettings(await givenAccount(running, { locale }), size, locale);
    const keys = section(page, words.keys);
    const name = 'W'.repeat(60);
    await keys.getByLabel(words.keyName).fill(name);
    await keys.getByRole('button', { name: words.create }).click();
    const key = await keys.getByLabel(words.key, { exact: true }).inputValue();
    const read = () => new Client(running.url).get('/api/me', { authorization: `Bearer ${key}` });
    expect((await read()).status).toBe(200);
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await keys.getByRole('button', { name: words.kept }).click();
    expect(await page.getByText(key).count()).toBe(0);
    await keys.getByRole('button', { name: words.deleteKey }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.delete, exact: true }).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await dialog.getByRole('button', { name: words.delete, exact: true }).click();
    await keys.getByText(words.deleted).waitFor();
    expect((await read()).status).toBe(401);
    await page.close();
  });

  test('each part saves by itself, and loses nothing that was typed', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const client = await owner.signIn();
    const { page } = await openSettings(owner, size, locale);
    const account = section(page, words.account);
    const name = account.getByLabel(words.name, { exact: true });
    const save = account.getByRole('button', { name: words.save });

    await name.fill('  ');
    await save.click();
    await account.getByText(words.nameMissing).waitFor();
    const long = 'W'.repeat(120);
    await name.fill(long);
    await page.route('**/api/settings', (route) => route.abort());
    await save.click();
    await account.getByText(words.unreachable).waitFor();
    expect(await name.inputValue()).toBe(long);
    await page.unroute('**/api/settings');
    await save.click();
    await account.getByText(words.saved, { exact: true }).waitFor();

    const told = section(page, words.notifications);
    await told.getByText(words.quietHint).waitFor();
    await told.getByLabel(words.quiet).press('Space');
    await told.getByRole('button', { name: words.save }).click();
    await told.getByText(words.saved, { exact: true }).waitFor();
    expect(await pageFaults(page, 'own size')).toEqual([]);

    const place = section(page, words.place);
    const zone = place.getByRole('combobox', { name: words.zone });
    await zone.click();
    await zone.fill('reunion');
    expect(await pageFaults(page, 'own size')).toEqual([]);
    await place.getByRole('option', { name: 'Réunion' }).click();
    await place.getByLabel(words.other).check();
    await place.getByRole('button', { name: words.save }).click();
    await page.getByRole('heading', { level: 1, name: words.otherTitle }).waitFor();
    const { body } = await client.get('/api/settings');
    expect(body).toMatchObject({
      name: long,
      locale: locale === 'fr' ? 'en' : 'fr',
      timezone: 'Indian/Reunion',
      notifications: { visits: true, quietHours: { from: '22:00', to: '07:00' } },
    });
    await page.close();
  });

  test('the monthly report is looked at as it comes, and sent when it is asked for', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente', locale });
    const { page, problems } = await openSettings(owner, size, locale);
    await section(page, words.report).getByRole('button', { name: words.look }).click();
    const dialog = page.getByRole('dialog', { name: words.report });
    const mail = dialog.frameLocator(`iframe[title="${words.frame}"]`);
    await mail.getByText(words.hello).waitFor();
    const subject = await mail.locator('title').textContent();
    expect(await dialog.getByLabel(words.month, { exact: true }).inputValue()).toMatch(/^\d{4}-\d\d$/);
    await dialog.getByRole('button', { name: words.send }).click();
    await dialog.getByText(`${words.sent} ${owner.email}`).waitFor();
    expect((await mailTo(owner.email, 30)).subject).toBe(subject);
    expect(await pageFaults(page)).toEqual([]);
    // Of the last month, whenever this runs, the first days are gone.
    await running.app.get(Accounts).change(owner.id, { usageMonthsKept: 1, timezone: 'Pacific/Pago_Pago' });
    await page.reload();
    await section(page, words.report).getByText(words.noReport).waitFor();
    expect(await section(page, words.report).getByRole('button', { name: words.look }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('what the model lacks is said in a line', async () => {
    const owner = await givenAccount(running, { locale });
    const { page, problems } = await openSettings(owner, size, locale);
    await section(page, words.notifications).getByText(words.locked).waitFor();
    await section(page, words.sessions).getByRole('listitem').first().waitFor();
    await section(page, words.keys).getByLabel(words.keyName).waitFor();
    expect([await pageFaults(page, 'own size'), problems]).toEqual([[], []]);
    await page.close();
  });
});
