/// <reference lib="dom" />
/** The story of a recommendation, from Marc's telephone to the owner's month, with the e-mail as the mail server took it. */
import { expect, test } from 'vitest';
import { startApp } from './support/app.js';
import { openPage } from './support/browser.js';
import { givenAccount } from './support/given.js';
import { mailTo } from './support/mailbox.js';
import { recommend } from './support/recommend.js';
import { openSignedIn } from './support/signed-in-page.js';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('Marc recommends Sophie, Patrice is told, calls her, and reads what his network brings', async () => {
  const running = await startApp();
  const patrice = await givenAccount(running, {
    plan: 'force-de-vente',
    profile: { name: 'Patrice Durand', phones: [{ kind: 'mobile', number: '+33639980142' }] },
  });
  const [slug = ''] = patrice.slugs;
  const dashboard = await openSignedIn(running, patrice, '/', { size: 'phone' });

  // Marc, on his telephone.
  const marc = await openPage();
  await marc.page.goto(`${running.url}/c/${slug}`);
  await marc.page.getByRole('link', { name: 'Recommander un ami' }).click();
  await marc.page.locator('.rec form[novalidate]').waitFor();
  await marc.page.getByLabel('Votre nom').fill('Marc Petit');
  await marc.page.getByLabel('Votre téléphone').pressSequentially('0756789012');
  await marc.page.getByLabel('Son nom').fill('Sophie Dubois');
  await marc.page.getByLabel('Son téléphone').pressSequentially('0612345678');
  expect(plain(await marc.page.getByLabel('Son téléphone').inputValue())).toBe('06 12 34 56 78');
  await marc.page.getByRole('checkbox').check();
  // Nobody has typed all that in less time.
  await marc.page.waitForTimeout(3_000);
  await marc.page.locator('.rec button[type="submit"]').click();
  const relay = marc.page.getByRole('link', { name: 'SMS' });
  await relay.waitFor();

  // Patrice is told where he is, and by e-mail.
  const told = 'Marc Petit vient de vous recommander un prospect : Sophie Dubois, 06 12 34 56 78';
  await expect
    .poll(async () => plain(await dashboard.page.locator('body').innerText()), { timeout: 10_000 })
    .toContain(told);
  // It waits for ten seconds at most.
  const mail = await mailTo(patrice.email);
  expect(mail.subject).toBe('Marc vient de vous recommander un prospect');
  expect(plain(mail.text)).toMatch(/Sophie Dubois.* 06 12 34 56 78/);
  expect(mail.html).toContain('href="tel:+33612345678"');

  // Marc forwards her own page to Sophie, who agrees.
  const sms = decodeURIComponent((await relay.getAttribute('href')) ?? '');
  const [consentUrl = ''] = /https?:\/\/\S+\/r\/[\w-]{22}/.exec(sms) ?? [];
  const sophie = await openPage();
  await sophie.page.goto(consentUrl);
  await sophie.page.getByRole('button', { name: 'Oui, rappelez-moi' }).click();
  await sophie.page.getByRole('button', { name: /retire/i }).waitFor();

  // Patrice opens her record from the e-mail, and moves her on.
  const [recordUrl = ''] = /https?:\/\/\S+\/referrals\/prospects\/[0-9a-f-]{36}/.exec(mail.text) ?? [];
  await dashboard.page.goto(recordUrl);
  const record = dashboard.page.getByRole('dialog').first();
  await record.getByText('Accord donné').first().waitFor();
  const moveTo = async (status: string): Promise<void> => {
    await record.getByRole('button', { name: status, exact: true }).click();
    await dashboard.page.getByRole('button', { name: `Passer à « ${status} »` }).click();
    await record.getByText(new RegExp(`→ ${status}`)).waitFor();
  };
  await moveTo('Contacté');
  await moveTo('RDV pris');
  await moveTo('Converti');

  // Four more of the month: two are spoken to, one cannot be reached, one waits.
  const client = await patrice.signIn();
  for (const email of ['lea@example.fr', 'hugo@example.fr', 'lea@example.fr', 'nadia@example.fr'])
    await recommend(running.url, slug, { ambassador: { name: 'Léa', email } });
  const { items } = (await client.get('/api/recommendations?status=new')).body;
  expect(items).toHaveLength(4);
  const move = (id: string, to: object) =>
    client.post(`/api/recommendations/${id}/status`, { expected: 'new', ...to });
  await move(items[0].id, { to: 'contacted' });
  await move(items[1].id, { to: 'lost', reason: 'price' });
  await move(items[2].id, { to: 'lost', reason: 'unreachable' });

  await dashboard.page.goto(`${running.url}/referrals/results`);
  const sentence =
    'Ce mois : 5 recommandations reçues, 3 prospects contactés, 1 converti en client. Taux = 20 %';
  await expect
    .poll(async () => plain(await dashboard.page.getByRole('main').innerText()), { timeout: 10_000 })
    .toContain(sentence);
  expect(dashboard.problems).toEqual([]);
  expect(marc.problems).toEqual([]);
  expect(sophie.problems).toEqual([]);
  for (const { close } of [dashboard, marc, sophie]) await close();
});
