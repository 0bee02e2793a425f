/** Who may have which file of usage, and what it is called. What is in them: `usage-exports-csv`, `-pdf`, `-xlsx`. */
import { PLANS, type Plan } from '@num-ecard/contracts/plans';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { fileText, readCsv } from './support/read-csv.js';

const FORMATS = ['csv', 'pdf', 'xlsx'] as const;

let running: RunningApp;
let owner: GivenAccount;
let client: Client;

beforeAll(async () => {
  running = await startApp();
  owner = await givenAccount(running, { plan: 'multi-cartes' });
  client = await owner.signIn();
});

test.each([
  ['from=2026-10-01&to=2026-10-31', '2026-10'],
  ['from=2026-02-01&to=2026-02-28', '2026-02'],
  ['from=2026-01-01&to=2026-12-31', '2026'],
  ['from=2026-10-01&to=2026-10-30', '2026-10-01-2026-10-30'],
  ['from=2026-10-01&to=2026-11-30', '2026-10-01-2026-11-30'],
  ['from=2025-07-01&to=2026-06-30', '2025-07-01-2026-06-30'],
  ['from=2026-10-05&to=2026-10-05', '2026-10-05'],
])('a file of %s is called after %s', async (period, span) => {
  const named = async (path: string) => (await client.get(path)).headers.get('content-disposition');
  const [slug] = owner.slugs;
  const name = (of: string, end: string) => `attachment; filename=num-ecard-${of}-${span}${end}`;
  expect(await named(`/api/cards/${slug}/exports/usage.csv?${period}`)).toBe(name(slug ?? '', '.csv'));
  expect(await named(`/api/cards/${slug}/exports/usage.csv?${period}&content=visits`)).toBe(
    name(slug ?? '', '-visites.csv'),
  );
  expect(await named(`/api/exports/usage.csv?${period}`)).toBe(name('cartes', '.csv'));
});

describe('who may have which file', () => {
  const ALLOWED: Readonly<Record<Plan, readonly string[]>> = {
    essentiel: [],
    premium: ['card csv summary', 'card pdf summary'],
    'force-de-vente': ['card csv summary', 'card csv visits', 'card pdf summary'],
    'multi-cartes': [
      'card csv summary',
      'card csv visits',
      'card pdf summary',
      'card xlsx summary',
      'card xlsx visits',
      'all csv summary',
      'all csv visits',
      'all pdf summary',
      'all xlsx summary',
      'all xlsx visits',
    ],
  };

  test.each(PLANS)('%s', async (plan) => {
    const account = await givenAccount(running, { plan });
    const asker = await account.signIn();
    const given: string[] = [];
    for (const [of, base] of [
      ['card', `/api/cards/${account.slugs[0]}/exports`],
      ['all', '/api/exports'],
    ]) {
      for (const format of FORMATS) {
        for (const content of format === 'pdf' ? ['summary'] : ['summary', 'visits']) {
          const { status, body } = await asker.get(`${base}/usage.${format}?content=${content}`);
          if (status === 200) given.push(`${of} ${format} ${content}`);
          else expect([status, body.code]).toEqual([403, 'plan_required']);
        }
      }
    }
    expect(given.toSorted()).toEqual(ALLOWED[plan].toSorted());
  });

  test('nobody without a sign-in, nobody of another account', async () => {
    const stranger = await (await givenAccount(running, { plan: 'multi-cartes' })).signIn();
    for (const format of FORMATS) {
      const path = `/api/cards/${owner.slugs[0]}/exports/usage.${format}`;
      expect((await new Client(running.url).get(path)).status).toBe(401);
      const { status, body } = await stranger.get(path);
      expect([status, body.code]).toEqual([404, 'not_found']);
      expect((await stranger.get(`/api/exports/usage.${format}?cards=${owner.slugs[0]}`)).status).toBe(404);
    }
    expect((await client.get('/api/cards/nobody-has-it/exports/usage.csv')).status).toBe(404);
  });

  test('an API key reads files too', async () => {
    const { body } = await client.post('/api/keys', { name: 'Tableur' });
    const program = new Client(running.url, { authorization: `Bearer ${body.key}` });
    expect(readCsv(await fileText(program, `/api/exports/usage.csv`)).length).toBeGreaterThan(10);
  });

  test('what is not a period, an interval or a content is refused in words', async () => {
    for (const [wrong, path] of [
      ['from=2026-11-30&to=2026-11-01', 'from'],
      ['interval=year', 'interval'],
      ['content=everything', 'content'],
    ]) {
      const { status, body } = await client.get(`/api/exports/usage.csv?${wrong}`);
      expect([status, body.code, body.errors[0].path]).toEqual([400, 'validation_failed', path]);
    }
  });
});
