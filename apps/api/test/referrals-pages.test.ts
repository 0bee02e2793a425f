/** The pages that open without an account: the form without JavaScript, the prospect's own page, the ambassador's. */
import { randomUUID } from 'node:crypto';
import { PLANS } from '@num-ecard/contracts/plans';
import { beforeAll, describe, expect, test } from 'vitest';
import { signMoment } from '../src/referral/form/opened-moment.js';
import { changeRecommendation } from '../src/referral/store/change-recommendation.js';
import { type RunningApp, startApp } from './support/app.js';
import { type Answer, Client } from './support/client.js';
import { type GivenAccount, givenAccount, givenCard } from './support/given.js';
import { allMailTo, countMailTo, mailTo } from './support/mailbox.js';
import { pathOf, recommend } from './support/recommend.js';
import { waitFor } from './support/wait-for.js';

let running: RunningApp;
let owner: GivenAccount;
let slug: string;

beforeAll(async () => {
  running = await startApp();
  owner = await givenAccount(running, { plan: 'force-de-vente' });
  slug = owner.slugs[0]!;
});

const SOPHIE = { name: 'Sophie Dubois', phone: '06 12 34 56 78' };
const HTML = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'fr' };

/** The fields of the only form on a page that posts to `action`, as a browser would send them. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(tag) ?? [];
    if (!/type="(?:checkbox|radio)"/.test(tag)) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  return fields;
}

function post(path: string, fields: Record<string, string>, headers = HTML): Promise<Answer> {
  return new Client(running.url).post(path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  });
}

/** When a page was opened that was sent too fast, however long this machine takes to send it. */
function tooLate(): string {
  return signMoment(running.config.secretKey, new Date(Date.now() + 3_600_000));
}

async function stored(reference: string, of = owner): Promise<Record<string, unknown>> {
  const client = await of.signIn();
  const list = await client.get('/api/recommendations');
  const { id } = list.body.items.find((item: { reference: string }) => item.reference === reference);
  return (await client.get(`/api/recommendations/${id}`)).body;
}

describe('the form without JavaScript', () => {
  test('is on the card’s page, and sends', async () => {
    const page = await new Client(running.url).get(`/c/${slug}`, HTML);
    expect(page.body).toContain(`action="/api/cards/${slug}/recommendations"`);
    const hidden = fieldsOf(page.body);
    const typed = {
      ...hidden,
      'ambassador.name': 'Marc Petit',
      'ambassador.phone': '07 12 34 56 78',
      'prospect.name': 'Sophie Dubois',
      'prospect.phone': '06 12',
      declaration: 'true',
      // Typing took a while; the test does not wait for it.
      opened: '',
    };
    const refused = await post(`/api/cards/${slug}/recommendations`, typed);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toContain('text/html');
    expect(refused.body).toContain('value="Sophie Dubois"');
    expect(refused.body).toMatch(/numéro/);
    const again = fieldsOf(refused.body);
    expect(again['idempotencyKey']).toBe(hidden['idempotencyKey']);

    const sent = await post(`/api/cards/${slug}/recommendations`, {
      ...again,
      'prospect.phone': '06 12 34 56 78',
      declaration: 'true',
      opened: '',
    });
    expect(sent.status).toBe(201);
    expect(sent.headers.get('content-type')).toContain('text/html');
    expect(sent.body).toMatch(/\/r\/[\w-]{22}/);
    expect(await mailTo(owner.email)).toMatchObject({
      subject: 'Marc vient de vous recommander un prospect',
    });
  });

  test.each(PLANS.filter((plan) => plan !== 'force-de-vente'))('is not in the page of %s', async (plan) => {
    const card = await givenCard(running, { plan });
    const page = await new Client(running.url).get(`/c/${card}`, HTML);
    expect(page.body).not.toMatch(/recommand|recommend|data-track="referral"/i);
  });
});

describe('the prospect’s own page', () => {
  test('names who, what for and for how long, but not the prospect, and opening it records nothing', async () => {
    const { consentUrl, reference } = (await recommend(running.url, slug, { prospect: SOPHIE })).body;
    // How far the owner's e-mail has come changes on its own.
    const before = { ...(await stored(reference)), alert: null };
    const page = await new Client(running.url).get(pathOf(consentUrl), HTML);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).toContain('Marc Petit');
    expect(page.body).toContain('Oui, rappelez-moi');
    expect(page.body).toContain('Non merci');
    expect(page.body).toMatch(/30.jours/);
    expect(page.body).toContain('noindex');
    expect(page.body).not.toMatch(/Sophie|06 12 34|612345678|t\.js/);
    expect({ ...(await stored(reference)), alert: null }).toEqual(before);
  });

  test('yes, taken back, and yes again are each kept, with the words that were shown', async () => {
    const { consentUrl, reference } = (await recommend(running.url, slug)).body;
    const path = pathOf(consentUrl);
    for (const [choice, consent] of [
      ['yes', 'given'],
      ['yes', 'given'],
      ['no', 'revoked'],
      ['yes', 'given'],
    ] as const) {
      const answer = await post(path, { choice });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
      expect(await stored(reference)).toMatchObject({ consent });
    }
    const { history, consentAt } = (await stored(reference)) as {
      history: { kind: string; by: string; consent: string | null }[];
      consentAt: string;
    };
    expect(history.filter(({ kind }) => kind === 'consent')).toMatchObject(
      ['given', 'revoked', 'given'].map((consent) => ({ by: 'prospect', consent })),
    );
    expect(Date.now() - Date.parse(consentAt)).toBeLessThan(60_000);
    const rows = await running.dataSource.query<{ wording: string }[]>(
      `SELECT consent_wording AS wording FROM recommendations WHERE consent = 'given'`,
    );
    expect(rows[0]?.wording).toMatch(/^\d{4}-\d{2}\S* fr$/);
  });

  test('the owner is told of a yes by e-mail, once', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const { consentUrl } = (await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE })).body;
    await mailTo(account.email);
    await post(pathOf(consentUrl), { choice: 'yes' });
    await post(pathOf(consentUrl), { choice: 'yes' });
    for (let waited = 0; (await countMailTo(account.email)) < 2 && waited < 100; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const mail = await mailTo(account.email);
    expect(mail.subject).toBe('Un prospect accepte d’être rappelé');
    expect(mail.text).toContain('06 12 34 56 78');
    expect(await countMailTo(account.email)).toBe(2);
    // … and of its being taken back, without a way to call.
    await post(pathOf(consentUrl), { choice: 'no' });
    const [, , last] = await allMailTo(account.email, 3);
    expect(last?.subject).toBe('Un prospect ne veut plus être rappelé');
    expect(last?.text).not.toContain('06 12 34 56 78');
    expect(last?.html).not.toContain('tel:');
  });

  test('a yes while the entry is let through is told as a yes, and nothing is told twice', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const { consentUrl } = (await recommend(running.url, account.slugs[0]!, { objet: 'x' })).body;
    const { dataSource } = running;
    const [{ id }] = await dataSource.query(
      'SELECT recommendation_id AS id FROM recommendations WHERE account_id = $1',
      [account.id],
    );
    const answers = await dataSource.transaction(async (manager) => {
      await changeRecommendation(manager, { accountId: account.id, id }, new Date(), () => ({
        columns: { held: null },
        entries: [{ kind: 'accepted', actor: 'system' }],
      }));
      const answer = post(pathOf(consentUrl), { choice: 'yes' });
      await waitFor(running, 1);
      return [answer];
    });
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([303]);
    expect((await mailTo(account.email)).subject).toBe('Un prospect accepte d’être rappelé');
  });

  test('of a card that has no form any more: a yes is kept, and told to nobody', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const held = (await recommend(running.url, account.slugs[0]!, { opened: tooLate() })).body;
    const sent = (await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE })).body;
    await mailTo(account.email);
    const proof = pathOf(held.proofUrl);
    const elsewhere = proof.replace(account.slugs[0]!, slug);
    expect((await new Client(running.url).get(elsewhere)).status).toBe(404);
    expect((await new Client(running.url).get(proof)).status).toBe(200);

    await running.dataSource.query(`UPDATE accounts SET plan = 'premium' WHERE account_id = $1`, [
      account.id,
    ]);
    expect((await new Client(running.url).get(proof)).status).toBe(404);
    expect((await new Client(running.url).post(proof, { payload: 'x' })).status).toBe(404);
    for (const { consentUrl } of [sent, held])
      expect((await post(pathOf(consentUrl), { choice: 'yes' })).status).toBe(303);
    // E-mails go out one after another: once a later one has come, none is on its way.
    const other = await givenAccount(running, { plan: 'force-de-vente' });
    await recommend(running.url, other.slugs[0]!);
    await mailTo(other.email);
    expect(await countMailTo(account.email)).toBe(1);
    const consents = await running.dataSource.query<{ consent: string }[]>(
      'SELECT consent FROM recommendations WHERE account_id = $1',
      [account.id],
    );
    expect(consents).toEqual([{ consent: 'given' }, { consent: 'given' }]);
  });

  test('a no hides how to reach them, on every recommendation of the same person', async () => {
    const phone = '06 99 88 77 66';
    const first = (await recommend(running.url, slug, { prospect: { name: 'Anne', phone } })).body;
    const second = (await recommend(running.url, slug, { prospect: { name: 'Anne B.', phone } })).body;
    await post(pathOf(first.consentUrl), { choice: 'no' });
    for (const { reference } of [first, second])
      expect(await stored(reference)).toMatchObject({
        consent: 'refused',
        prospect: { contact: 'refused', phone: null, phoneDisplay: null },
      });
  });

  test('from an entry that is kept apart, an answer reaches nothing else', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const first = (await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE })).body;
    const held = (await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE, objet: 'x' })).body;
    for (const choice of ['yes', 'no', 'object']) await post(pathOf(held.consentUrl), { choice });
    expect(await stored(first.reference, account)).toMatchObject({
      consent: 'declared',
      prospect: { name: 'Sophie Dubois' },
    });
    expect((await (await account.signIn()).get('/api/recommendations')).body.items).toHaveLength(1);
  });

  test('erasing empties the records and leaves the counts', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const client = await account.signIn();
    const { consentUrl, reference } = (
      await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE, message: 'Un devis' })
    ).body;
    const { id } = (await stored(reference, account)) as { id: string };
    await client.post(`/api/recommendations/${id}/notes`, { text: 'Sophie rappelle demain' });
    const metrics = (await client.get('/api/recommendations/metrics')).body;
    const confirm = await new Client(running.url).get(`${pathOf(consentUrl)}?confirm=erase`, HTML);
    expect(confirm.body).toContain('value="erase"');
    await post(pathOf(consentUrl), { choice: 'erase' });
    const record = JSON.stringify(await stored(reference, account));
    expect(record).not.toMatch(/Sophie|612345678|devis/);
    expect((await client.get('/api/recommendations/metrics')).body).toEqual(metrics);
    expect((await client.get('/api/recommendations?q=Sophie')).body.items).toEqual([]);
    const page = await new Client(running.url).get(pathOf(consentUrl), HTML);
    expect(page.body).not.toMatch(/Oui, rappelez-moi|Marc/);
    expect((await post(pathOf(consentUrl), { choice: 'yes' })).status).toBe(303);
    expect(await stored(reference, account)).toMatchObject({ consent: 'declared' });
  });

  test('an objection is kept as a hash, and a new submission is answered as any other and kept nowhere', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const client = await account.signIn();
    const first = (await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE })).body;
    await mailTo(account.email);
    await post(pathOf(first.consentUrl), { choice: 'object' });
    const key = randomUUID();
    const again = await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE }, key);
    expect(again.status).toBe(201);
    expect(Object.keys(again.body)).toEqual(Object.keys(first));
    expect((await recommend(running.url, account.slugs[0]!, { prospect: SOPHIE }, key)).body).toEqual(
      again.body,
    );
    // Nor is it told by a form that is sent too fast.
    const fast = [{ prospect: SOPHIE }, {}].map(async (wanted) =>
      Object.keys((await recommend(running.url, account.slugs[0]!, { opened: tooLate(), ...wanted })).body),
    );
    expect(await fast[0]).toEqual(await fast[1]);
    expect(await fast[0]).toContain('proofUrl');
    expect((await client.get('/api/recommendations')).body.items).toHaveLength(1);
    // Whoever opens the new page reads what everybody reads; only an answer is told what was asked for before.
    const asked = () => new Client(running.url).get(pathOf(again.body.consentUrl), HTML);
    expect((await asked()).body).toContain('Oui, rappelez-moi');
    const answer = await post(pathOf(again.body.consentUrl), { choice: 'yes' });
    const told = await new Client(running.url).get(answer.headers.get('location') ?? '', HTML);
    expect(told.body).toContain('Votre opposition est enregistrée');
    expect((await asked()).body).toContain('Oui, rappelez-moi');
    expect(await countMailTo(account.email)).toBe(1);
    const tables = await running.dataSource.query<{ found: string }[]>(
      `SELECT r::text AS found FROM recommendations r WHERE account_id = $1
       UNION ALL SELECT o::text FROM referral_objections o WHERE account_id = $1`,
      [account.id],
    );
    expect(tables.map(({ found }) => found).join()).not.toMatch(/Sophie|612345678/);
    // Another owner is not concerned.
    await recommend(running.url, slug, { prospect: SOPHIE });
    expect((await (await owner.signIn()).get('/api/recommendations?q=Sophie')).body.items).not.toEqual([]);
    // What the ambassador sees of it is what they see of any other.
    const other = (await recommend(running.url, account.slugs[0]!)).body;
    const [ofObjection, ofOther] = await Promise.all(
      [again.body, other].map(async ({ statusUrl, consentUrl }) =>
        ((await new Client(running.url).get(pathOf(statusUrl), HTML)).body as string)
          .replaceAll(statusUrl.slice(-22), 'TOKEN')
          .replaceAll(consentUrl.slice(-22), 'TOKEN'),
      ),
    );
    expect(ofObjection).toBe(ofOther);
  });

  test('an objection holds for every number and address by which they are known', async () => {
    const account = await givenAccount(running, { plan: 'force-de-vente' });
    const [phone, email] = ['06 12 34 56 78', 'sophie-objects@example.fr'];
    const about = async (prospect: object) =>
      (await recommend(running.url, account.slugs[0]!, { prospect: { name: 'Sophie', ...prospect } })).body;
    const { consentUrl } = await about({ phone });
    await about({ phone, email });
    await post(pathOf(consentUrl), { choice: 'object' });
    await about({ email });
    const { items } = (await (await account.signIn()).get('/api/recommendations')).body;
    expect(items.map(({ erasedAt }: { erasedAt: string | null }) => erasedAt === null)).toEqual([
      false,
      false,
    ]);
  });

  test('what is no page, and what is no answer', async () => {
    expect((await new Client(running.url).get('/r/nothing', HTML)).status).toBe(404);
    expect((await new Client(running.url).get(`/r/${'x'.repeat(22)}`, HTML)).status).toBe(404);
    expect((await post(`/r/${'x'.repeat(22)}`, { choice: 'yes' })).status).toBe(404);
    const { consentUrl, statusUrl } = (await recommend(running.url, slug)).body;
    expect((await post(pathOf(consentUrl), { choice: 'perhaps' })).status).toBe(400);
    // The ambassador's token opens no prospect's page.
    expect((await new Client(running.url).get(pathOf(statusUrl).replace('/a/', '/r/'), HTML)).status).toBe(
      404,
    );
  });
});

describe('the ambassador’s own page', () => {
  test('says in general words how it goes', async () => {
    const { statusUrl, reference } = (await recommend(running.url, slug, { prospect: SOPHIE })).body;
    const { id } = (await stored(reference)) as { id: string };
    const client = await owner.signIn();
    const seen = async () => (await new Client(running.url).get(pathOf(statusUrl), HTML)).body as string;
    const first = await seen();
    expect(first).toContain('Personne recommandée');
    expect(first).not.toMatch(/Sophie|Dubois|06 12|612345678/);
    expect(first).toContain('Vous pouvez la renvoyer');
    await client.post(`/api/recommendations/${id}/status`, {
      to: 'lost',
      expected: 'new',
      reason: 'price',
      note: 'Trop cher pour elle',
    });
    // Nor is a person whom nobody calls any more asked to agree to it.
    expect(await seen()).not.toMatch(/Trop cher|[Pp]rix|renvoyer/);
  });

  test('somebody who only typed another’s address cannot erase them', async () => {
    const ambassador = { name: 'Léa Martin', email: `lea-${randomUUID()}@example.fr` };
    const first = (await recommend(running.url, slug, { ambassador })).body;
    const erase = (url: string) => post(pathOf(url), { choice: 'erase' });
    const second = (await recommend(running.url, slug, { ambassador })).body;
    await erase(second.statusUrl);
    expect(JSON.stringify(await stored(first.reference))).toContain('Léa Martin');

    const alone = { name: 'Luc Blanc', email: `luc-${randomUUID()}@example.fr` };
    const only = (await recommend(running.url, slug, { ambassador: alone })).body;
    await erase(only.statusUrl);
    expect(JSON.stringify(await stored(only.reference))).not.toMatch(/Luc|Blanc/);
    expect((await new Client(running.url).get(pathOf(only.statusUrl), HTML)).body).not.toMatch(/Luc/);
  });

  test('of one form knows and erases nobody but who was typed on it', async () => {
    const client = await owner.signIn();
    const email = `known-${randomUUID()}@example.fr`;
    const { id, links } = (
      await client.post('/api/recommendations/ambassadors', { name: 'Marc Connu', email })
    ).body;
    const forms = [
      { ambassador: { name: 'Somebody', email } },
      { ambassador: undefined, via: new URL(links[0].url).searchParams.get('a') },
    ];
    for (const form of forms) {
      await running.dataSource.query('DELETE FROM recommendations WHERE ambassador_id = $1', [id]);
      const path = pathOf((await recommend(running.url, slug, form)).body.statusUrl);
      await post(path, { choice: 'erase' });
      expect((await client.get(`/api/recommendations/ambassadors/${id}`)).body.name).toBe('Marc Connu');
      const page = (await new Client(running.url).get(path, HTML)).body as string;
      expect(page).not.toContain('confirm=erase');
      // Whoever came by the link has read the name there.
      expect(page.includes('Marc')).toBe(form.ambassador === undefined);
    }
  });
});
