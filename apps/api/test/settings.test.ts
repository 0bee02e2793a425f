import { randomUUID } from 'node:crypto';
import { PLANS, planHas } from '@num-ecard/contracts/plans';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { BROWSER, Client } from './support/client.js';
import { givenAccount, PASSWORD } from './support/given.js';

let running: RunningApp;
/** Of whom nothing is changed. */
let refused: Client;

beforeAll(async () => {
  running = await startApp();
  refused = await (await givenAccount(running, { plan: 'force-de-vente' })).signIn();
});

describe('settings', () => {
  test('begin with what is usual, and each part changes by itself', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const client = await owner.signIn();
    const { body: first } = await client.get('/api/settings');
    expect(first).toEqual({
      name: expect.stringContaining('Owner'),
      email: owner.email,
      locale: 'fr',
      timezone: 'Europe/Paris',
      report: { monthly: true },
      notifications: {
        visits: true,
        unusual: true,
        firstLinkVisit: true,
        recommendation: true,
        quietHours: null,
      },
      referral: { numberBeforeConsent: 'warn' },
    });
    const changes = [
      { name: '  Patrice Martin ' },
      { locale: 'en', timezone: 'Indian/Reunion' },
      { report: { monthly: false } },
      { notifications: { unusual: false, quietHours: { from: '22:00', to: '07:00' } } },
      { notifications: { recommendation: false }, referral: { numberBeforeConsent: 'mask' } },
    ];
    for (const change of changes) {
      const { status, body } = await client.request('PATCH', '/api/settings', change);
      expect([status, (await client.get('/api/settings')).body]).toEqual([200, body]);
    }
    const { body: last } = await client.get('/api/settings');
    expect(last).toEqual({
      name: 'Patrice Martin',
      email: owner.email,
      locale: 'en',
      timezone: 'Indian/Reunion',
      report: { monthly: false },
      notifications: {
        visits: true,
        unusual: false,
        firstLinkVisit: true,
        recommendation: false,
        quietHours: { from: '22:00', to: '07:00' },
      },
      referral: { numberBeforeConsent: 'mask' },
    });
    expect((await client.get('/api/me')).body.account).toMatchObject({
      name: 'Patrice Martin',
      locale: 'en',
      timezone: 'Indian/Reunion',
    });
    const { body: calm } = await client.request('PATCH', '/api/settings', {
      notifications: { quietHours: null },
    });
    expect(calm.notifications.quietHours).toBeNull();
  });

  test('another time zone has the days counted anew, the same one does not', async () => {
    const owner = await givenAccount(running);
    const client = await owner.signIn();
    const stale = async (): Promise<boolean> => {
      const [row] = await running.dataSource.query<{ usage_is_stale: boolean }[]>(
        'SELECT usage_is_stale FROM accounts WHERE account_id = $1',
        [owner.id],
      );
      return row?.usage_is_stale ?? false;
    };
    await client.request('PATCH', '/api/settings', { timezone: 'Europe/Paris', locale: 'en' });
    expect(await stale()).toBe(false);
    await client.request('PATCH', '/api/settings', { timezone: 'America/Martinique' });
    expect(await stale()).toBe(true);
  });

  test('what the model lacks is answered, but not changed', async () => {
    for (const plan of PLANS) {
      const owner = await givenAccount(running, { plan });
      const client = await owner.signIn();
      const { body: before } = await client.get('/api/settings');
      for (const [feature, change] of [
        ['report.monthly', { report: { monthly: false } }],
        ['usage.notifications', { notifications: { visits: false } }],
        ['referral', { notifications: { recommendation: false } }],
        ['referral', { referral: { numberBeforeConsent: 'mask' } }],
      ] as const) {
        const { status, body } = await client.request('PATCH', '/api/settings', { ...change, name: 'Other' });
        const wanted = planHas(plan, feature) ? [200, undefined] : [403, 'plan_required'];
        expect([plan, feature, status, body.code]).toEqual([plan, feature, ...wanted]);
      }
      // All or nothing: the name that came with it did not change either.
      if (plan === 'essentiel') expect((await client.get('/api/settings')).body).toEqual(before);
    }
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['nothing', {}, ''],
    ['an empty part', { notifications: {} }, ''],
    ['the e-mail address', { email: 'other@example.test' }, ''],
    ['the model', { plan: 'multi-cartes' }, ''],
    ['a name of spaces', { name: '   ' }, 'name'],
    ['a language that there is not', { locale: 'de' }, 'locale'],
    ['an offset', { timezone: '+02:00' }, 'timezone'],
    [
      'an hour that there is not',
      { notifications: { quietHours: { from: '24:00', to: '07:00' } } },
      'notifications.quietHours.from',
    ],
    [
      'quiet hours of no length',
      { notifications: { quietHours: { from: '07:00', to: '07:00' } } },
      'notifications.quietHours.to',
    ],
    [
      'a mode that there is not',
      { referral: { numberBeforeConsent: 'show' } },
      'referral.numberBeforeConsent',
    ],
  ])('%s is refused by its path', async (_, change, path) => {
    const { status, body } = await refused.request('PATCH', '/api/settings', { ...change });
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'validation_failed', path]);
  });

  test('are nobody else’s', async () => {
    expect((await new Client(running.url).get('/api/settings')).status).toBe(401);
  });
});

describe('a password', () => {
  test('is changed by who knows the old one, and sessions elsewhere end', async () => {
    const owner = await givenAccount(running);
    const [here, elsewhere] = [await owner.signIn(), await owner.signIn()];
    const change = (currentPassword: string, newPassword: string) =>
      here.post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
    expect((await change('not the password', 'a better password')).body).toMatchObject({
      status: 400,
      reason: 'INVALID_PASSWORD',
    });
    expect((await change(PASSWORD, 'short')).body).toMatchObject({ reason: 'PASSWORD_TOO_SHORT' });
    const { status, body } = await change(PASSWORD, 'a better password');
    expect([status, body.token]).toEqual([200, undefined]);
    expect((await here.get('/api/me')).status).toBe(200);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    const again = new Client(running.url);
    await expect(again.signIn(owner.email, PASSWORD)).rejects.toThrow('401');
    await again.signIn(owner.email, 'a better password');
    expect((await again.get('/api/me')).status).toBe(200);
  });

  test('is not changed by a stranger, nor from another site', async () => {
    const owner = await givenAccount(running);
    const body = { currentPassword: PASSWORD, newPassword: 'a better password' };
    expect((await new Client(running.url).post('/api/auth/change-password', body)).status).toBe(401);
    const client = await owner.signIn();
    const from = { origin: 'https://evil.example' };
    expect((await client.post('/api/auth/change-password', body, from)).status).toBe(403);
  });
});

describe('sessions', () => {
  const WINDOWS =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0';

  test('are listed in words, without a token or an address, and end one by one or together', async () => {
    const owner = await givenAccount(running);
    const here = await owner.signIn();
    const others = await Promise.all(
      [WINDOWS, BROWSER, 'unheard-of'].map(async (userAgent) => {
        const client = new Client(running.url, { 'user-agent': userAgent });
        await client.signIn(owner.email, PASSWORD);
        return client;
      }),
    );
    await (await givenAccount(running)).signIn();
    const { status, body } = await here.get('/api/sessions');
    expect([status, body.sessions.length]).toEqual([200, 4]);
    expect(body.sessions[0]).toMatchObject({ browser: 'Safari', system: 'iOS', current: true });
    expect(body.sessions.filter((each: { current: boolean }) => each.current)).toHaveLength(1);
    expect(body.sessions.map((each: { browser: string | null }) => each.browser)).toEqual(
      expect.arrayContaining(['Edge', 'Safari', null]),
    );
    const tokens = await running.dataSource.query<{ token: string }[]>('SELECT token FROM sessions');
    for (const { token } of tokens) expect(JSON.stringify(body)).not.toContain(token);

    const edge = body.sessions.find((each: { browser: string | null }) => each.browser === 'Edge');
    expect((await here.request('DELETE', `/api/sessions/${edge.id}`)).status).toBe(204);
    expect((await others[0]?.get('/api/me'))?.status).toBe(401);
    expect((await others[1]?.get('/api/me'))?.status).toBe(200);
    expect((await here.request('DELETE', `/api/sessions/${edge.id}`)).status).toBe(404);

    expect((await here.request('DELETE', '/api/sessions')).status).toBe(204);
    expect((await others[1]?.get('/api/me'))?.status).toBe(401);
    expect((await here.get('/api/sessions')).body.sessions).toHaveLength(1);
  });

  test('of another account are not told apart from none', async () => {
    const [owner, other] = [await givenAccount(running), await givenAccount(running)];
    const [client, victim] = [await owner.signIn(), await other.signIn()];
    const { id } = (await victim.get('/api/sessions')).body.sessions[0];
    for (const target of [id, randomUUID()]) {
      const { status, body } = await client.request('DELETE', `/api/sessions/${target}`);
      expect([status, body.code]).toEqual([404, 'not_found']);
    }
    expect((await client.request('DELETE', '/api/sessions/x')).status).toBe(400);
    await client.request('DELETE', '/api/sessions');
    expect((await victim.get('/api/me')).status).toBe(200);
  });

  test('no answer of sign-in holds a token', async () => {
    const owner = await givenAccount(running);
    const client = new Client(running.url);
    const answers = [
      await client.post('/api/auth/sign-in/email', { email: owner.email, password: PASSWORD }),
      await client.get('/api/auth/get-session'),
    ];
    for (const { status, body } of answers)
      expect([status, JSON.stringify(body)]).toEqual([200, expect.not.stringContaining('token')]);
    expect(answers[1]?.body.user.email).toBe(owner.email);
  });
});
