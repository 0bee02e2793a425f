/** What the form of a card sends: saved, announced, and never twice nor lost. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PLANS } from '@num-ecard/contracts/plans';
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, test } from 'vitest';
import { lockReferrals } from '../src/referral/store/referral-lock.js';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { givenAccount, givenCard } from './support/given.js';
import { countMailTo, mailTo } from './support/mailbox.js';
import { pathOf, recommend, submission } from './support/recommend.js';
import { waitFor } from './support/wait-for.js';

let running: RunningApp;

beforeAll(async () => {
  running = await startApp();
});

interface Row {
  readonly held: string | null;
  readonly heldReasons: string[];
  readonly prospectName: string | null;
  readonly prospectPhone: string | null;
  readonly prospectId: string;
  readonly ambassadorId: string;
  readonly message: string | null;
  readonly consent: string;
}

async function rows(accountId: string): Promise<Row[]> {
  return running.dataSource.query<Row[]>(
    `SELECT held, held_reasons AS "heldReasons", prospect_name AS "prospectName", prospect_phone AS "prospectPhone",
            prospect_id AS "prospectId", ambassador_id AS "ambassadorId", message, consent
       FROM recommendations WHERE account_id = $1 ORDER BY received_at`,
    [accountId],
  );
}

const given = () => givenAccount(running, { plan: 'force-de-vente' });

test('the owner is told by e-mail within seconds, in words that name the prospect only inside', async () => {
  const { email, slugs } = await given();
  const answer = await recommend(running.url, slugs[0]!, {
    prospect: { name: 'Sophie Dubois', phone: '06 12 34 56 78', company: 'Dubois & fils' },
    relation: 'voisine',
    message: 'Cherche un devis',
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    reference: expect.stringMatching(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/),
    consentUrl: expect.stringMatching(/\/r\/[\w-]{22}$/),
    statusUrl: expect.stringMatching(/\/a\/[\w-]{22}$/),
  });
  const { subject, text, html } = await mailTo(email);
  expect(subject).toBe('Marc vient de vous recommander un prospect');
  for (const said of ['Sophie Dubois', '06 12 34 56 78', 'Dubois & fils', 'Cherche un devis', 'voisine'])
    expect(text).toContain(said);
  expect(text).toContain('Accord non recueilli, déclaré par l’ambassadeur');
  expect(html).toContain('href="tel:+33612345678"');
  expect(html).toMatch(/href="http:\/\/localhost:\d+\/referrals\/prospects\/[0-9a-f-]{36}"/);
  expect(html).toContain('Appeler');
  expect(html).toContain('Ouvrir');
});

test('200 at once with one key are one record and one e-mail', async () => {
  const { id, email, slugs } = await given();
  const body = submission();
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      new Client(running.url).post(`/api/cards/${slugs[0]}/recommendations`, body, {
        'idempotency-key': key,
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(await rows(id)).toHaveLength(1);
  await mailTo(email);
  await sleep(1500);
  expect(await countMailTo(email)).toBe(1);
});

test('an account whose forms wait holds up no other', async () => {
  const { id, slugs } = await given();
  const other = await given();
  const begun = await running.dataSource.transaction(async (manager) => {
    await lockReferrals(manager, id);
    const forms = Array.from({ length: 30 }, () => recommend(running.url, slugs[0]!));
    await waitFor(running, 1);
    expect((await recommend(running.url, other.slugs[0]!)).status).toBe(201);
    return forms;
  });
  expect(new Set((await Promise.all(begun)).map(({ status }) => status))).toEqual(new Set([201]));
  expect(await rows(id)).toHaveLength(30);
});

test('a form that was changed for another friend is another recommendation, though its hidden key is the same', async () => {
  const { id, slugs } = await given();
  const key = randomUUID();
  await recommend(running.url, slugs[0]!, {}, key);
  await recommend(running.url, slugs[0]!, {}, key);
  expect(await rows(id)).toHaveLength(2);
});

test('a form sent without JavaScript means the same', async () => {
  const { id, slugs } = await given();
  const fields = new URLSearchParams({
    'ambassador.name': 'Marc Petit',
    'ambassador.email': '',
    'ambassador.phone': '07 12 34 56 78',
    'prospect[name]': 'Sophie Dubois',
    'prospect[phone]': '06.12.34.56.78',
    'prospect.email': '',
    relation: '',
    message: 'Première ligne\r\nDeuxième ligne',
    declaration: 'true',
    idempotencyKey: randomUUID(),
    objet: '',
  });
  const send = () =>
    new Client(running.url).post(`/api/cards/${slugs[0]}/recommendations`, fields.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  const [first, second] = [await send(), await send()];
  expect(first.body.errors).toBeUndefined();
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(await rows(id)).toMatchObject([
    {
      prospectName: 'Sophie Dubois',
      prospectPhone: '+33612345678',
      message: 'Première ligne\nDeuxième ligne',
      consent: 'declared',
    },
  ]);
});

describe('what is refused', () => {
  test.each([
    ['nothing at all', {}, ['prospect', 'declaration', 'ambassador']],
    ['no declaration', submission({ declaration: false }), ['declaration']],
    ['no way to reach the prospect', submission({ prospect: { name: 'Sophie' } }), ['prospect.phone']],
    [
      'no way to reach the ambassador',
      submission({ ambassador: { name: 'Marc', email: ' ', phone: null } }),
      ['ambassador.phone'],
    ],
    [
      'a number that nobody has',
      submission({ prospect: { name: 'S', phone: '00 00 00 00 00' } }),
      ['prospect.phone'],
    ],
    [
      'a digit too many',
      submission({ prospect: { name: 'S', phone: '06 12 34 56 78 9' } }),
      ['prospect.phone'],
    ],
    ['half a number', submission({ prospect: { name: 'S', phone: '06 12 34' } }), ['prospect.phone']],
    [
      'two numbers that nobody has',
      submission({ ambassador: { name: 'M', phone: '12' }, prospect: { name: 'S', phone: 'abc' } }),
      ['ambassador.phone', 'prospect.phone'],
    ],
    ['an address that is none', submission({ prospect: { name: 'S', email: 'sophie' } }), ['prospect.email']],
    [
      'a name of nothing',
      submission({ prospect: { name: ' \u0000 ', phone: '0612345678' } }),
      ['prospect.name'],
    ],
    [
      'a personal link that is none',
      submission({ ambassador: undefined, via: 'x'.repeat(22) }),
      ['ambassador'],
    ],
  ])('%s', async (_, body, paths) => {
    const { id, slugs } = await given();
    const answer = await new Client(running.url).post(`/api/cards/${slugs[0]}/recommendations`, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.code).toBe('validation_failed');
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
    expect(await rows(id)).toEqual([]);
  });

  test.each(PLANS.filter((plan) => plan !== 'force-de-vente'))('a card of %s has no form', async (plan) => {
    const slug = await givenCard(running, { plan });
    expect((await recommend(running.url, slug)).status).toBe(404);
    expect(
      (
        await new Client(running.url).post(`/api/cards/${slug}/recommendations`, '{}', {
          'content-type': 'application/json',
        })
      ).status,
    ).toBe(404);
  });

  test('a card that does not exist, and a body of another kind', async () => {
    expect((await recommend(running.url, 'nobody')).status).toBe(404);
    const { slugs } = await given();
    const path = `/api/cards/${slugs[0]}/recommendations`;
    const client = new Client(running.url);
    expect((await client.post(path, 'x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await client.post(path, submission({ message: 'x'.repeat(70_000) }))).status).toBe(413);
  });
});

// Of each numbering plan one mobile and one landline that its own authority gives as an example or has assigned.
test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['+33 (0)7 56 78 90 12', '+33756789012'],
  ['0033 1 42 68 53 00', '+33142685300'],
  ['09 72 39 02 00', '+33972390200'],
  ['06 39 98 12 34', '+33639981234'],
  ['07 12 34 56 78', '+33712345678'],
  ['0690 00 12 34', '+590690001234'],
  ['0596 60 12 34', '+596596601234'],
  ['0694 20 12 34', '+594694201234'],
  ['0692 12 34 56', '+262692123456'],
  ['0639 26 12 34', '+262639261234'],
  ['+508 41 12 34', '+508411234'],
  ['+687 75 12 34', '+687751234'],
  ['+689 87 12 34 56', '+68987123456'],
  ['+32 470 12 34 56', '+32470123456'],
  ['+41 78 123 45 67', '+41781234567'],
  ['+352 628 123 456', '+352628123456'],
  ['+49 1512 3456789', '+4915123456789'],
  ['+39 312 345 6789', '+393123456789'],
  ['+34 612 34 56 78', '+34612345678'],
  ['+377 6 12 34 56 78', '+377612345678'],
  ['+376 312 345', '+376312345'],
  ['+44 7400 123456', '+447400123456'],
])('%s is %s', async (typed, stored) => {
  const { id, slugs } = await given();
  const answer = await recommend(running.url, slugs[0]!, { prospect: { name: 'Sophie', phone: typed } });
  expect(answer.status).toBe(201);
  expect((await rows(id))[0]?.prospectPhone).toBe(stored);
});

test('an ambassador is known by address or number, never by name alone', async () => {
  const { id, slugs } = await given();
  const from = (ambassador: object) => recommend(running.url, slugs[0]!, { ambassador });
  await from({ name: 'Marc Petit', email: 'marc@example.fr' });
  await from({ name: 'marc  PETIT', email: 'MARC@example.fr', phone: '06 98 76 54 32' });
  await from({ name: 'Marc', phone: '+33 6 98 76 54 32' });
  await from({ name: 'Marc Petit', email: 'another-marc@example.fr' });
  const [first, second, third, fourth] = (await rows(id)).map(({ ambassadorId }) => ambassadorId);
  expect([second, third]).toEqual([first, first]);
  expect(fourth).not.toBe(first);
});

test('nobody becomes reachable in another’s place by typing their number', async () => {
  const { id, slugs } = await given();
  const from = (ambassador: object) => recommend(running.url, slugs[0]!, { ambassador });
  await from({ name: 'Marc Petit', phone: '06 98 76 54 32' });
  await from({ name: 'Eve', phone: '06 98 76 54 32', email: 'eve@example.fr' });
  expect(
    await running.dataSource.query('SELECT name, email FROM ambassadors WHERE account_id = $1', [id]),
  ).toEqual([{ name: 'Marc Petit', email: null }]);
  await from({ name: 'Marc Petit', phone: '06 98 76 54 32', email: 'marc-petit@example.fr' });
  const owner = await running.dataSource.query<{ found: number }[]>(
    `SELECT count(*)::int AS found FROM recommendations WHERE account_id = $1 AND search_text LIKE '%marc-petit@example.fr%'`,
    [id],
  );
  expect(owner).toEqual([{ found: 3 }]);
});

test('a prospect who is known already is kept again and linked to the first', async () => {
  const { id, slugs } = await given();
  const about = (prospect: object) => recommend(running.url, slugs[0]!, { prospect });
  await about({ name: 'Sophie Dubois', phone: '06 12 34 56 78' });
  await about({ name: 'Mme Dubois', phone: '+33612345678', email: 'sophie@example.fr' });
  await about({ name: 'S. Dubois', email: 'Sophie@example.fr' });
  await about({ name: 'Sophie Dubois', phone: '07 12 34 56 78' });
  const [first, second, third, fourth] = (await rows(id)).map(({ prospectId }) => prospectId);
  expect([second, third]).toEqual([first, first]);
  expect(fourth).not.toBe(first);
});

describe('what looks suspicious', () => {
  test('a hidden field filled in is kept for the owner, and nothing lets it through', async () => {
    const { id, email, slugs } = await given();
    const answer = await recommend(running.url, slugs[0]!, { objet: 'Buy now' });
    expect(answer.status).toBe(201);
    expect(answer.body.proofUrl).toBeUndefined();
    expect(await rows(id)).toMatchObject([{ held: 'suspicious', heldReasons: ['hidden_field'] }]);
    await sleep(1500);
    expect(await countMailTo(email)).toBe(0);
  });

  test('more than a fair stand sends waits, until the sender’s machine has worked for it', async () => {
    const { id, email, slugs } = await given();
    const client = new Client(running.url);
    const send = () => client.post(`/api/cards/${slugs[0]}/recommendations`, submission());
    for (let sent = 0; sent < 60; sent += 1) expect((await send()).body.proofUrl).toBeUndefined();
    const held = await send();
    expect(held.status).toBe(201);
    expect((await rows(id)).at(-1)).toMatchObject({ held: 'suspicious', heldReasons: ['too_many'] });

    const path = pathOf(held.body.proofUrl);
    const challenge = (await client.get(path)).body;
    const solution = await solveChallenge({ challenge, deriveKey });
    const payload = (what: unknown) => ({ payload: Buffer.from(JSON.stringify(what)).toString('base64') });
    const forged = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 1,
      counter: 1,
      deriveKey,
      hmacSignatureSecret: 'guessed',
    });
    const forgery = { challenge: forged, solution: await solveChallenge({ challenge: forged, deriveKey }) };
    expect((await client.post(path, payload(forgery))).status).toBe(400);
    expect((await client.post(path, payload('nonsense'))).status).toBe(400);
    expect((await rows(id)).at(-1)?.held).toBe('suspicious');

    expect((await client.post(path, payload({ challenge, solution }))).status).toBe(204);
    expect((await client.post(path, payload({ challenge, solution }))).status).toBe(204);
    expect((await rows(id)).at(-1)?.held).toBeNull();
    for (let waited = 0; (await countMailTo(email)) < 61 && waited < 200; waited += 1) await sleep(100);
    expect(await countMailTo(email)).toBe(61);

    const other = (await send()).body.proofUrl;
    expect((await client.post(pathOf(other), payload({ challenge, solution }))).status).toBe(400);
  }, 60_000);
});

describe('hostile text', () => {
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['a header', 'Marc\r\nBcc: everybody@example.com\r\n\r\nbuy'],
    ['a formula', '=HYPERLINK("http://evil.example";"click")'],
    ['turned round', 'Marc\u202Egnp.exe\u202C \u2066x'],
    ['halves and controls', 'a\u0000b\u001b[31mc\ud800d'],
  ];
  test.each(HOSTILE)('%s is kept and does no harm in the e-mail', async (_, text) => {
    const { id, email, slugs } = await given();
    const answer = await recommend(running.url, slugs[0]!, {
      ambassador: { name: text, email: 'marc@example.fr' },
      prospect: { name: text, phone: '06 12 34 56 78' },
      message: `${text} ${'é'.repeat(10_240)}`,
    });
    expect(answer.status).toBe(201);
    expect((await rows(id))[0]?.message).toContain('é'.repeat(10_240));
    const mail = await mailTo(email);
    expect(mail.subject).toMatch(/^[\p{L} ]+ vient de vous recommander un prospect$/u);
    expect(mail.html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(mail.html + mail.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}/u);
    expect(await countMailTo('everybody@example.com')).toBe(0);
  });

  test('a number or an address in the place of a name is in no subject', async () => {
    const { email, slugs } = await given();
    await recommend(running.url, slugs[0]!, {
      ambassador: { name: '0612345678 marc@example.fr', email: 'marc@example.fr' },
    });
    expect((await mailTo(email)).subject).toBe('Un client vient de vous recommander un prospect');
  });
});
