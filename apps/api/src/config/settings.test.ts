import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.js';

const outside = { DATABASE_URL: 'postgres://u:p@db.example:5432/n', SECRET_KEY: 'sixteen characters' };

test('without any setting the defaults are those of the documentation', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    dataDir: `${process.cwd()}/.data`,
    trustedProxies: [],
    adminToken: undefined,
    metricsToken: undefined,
  });
});

test('an empty variable counts as absent', () => {
  expect(readSettings({ PORT: '', ADMIN_TOKEN: '', DATABASE_URL: '' })).toEqual(readSettings({}));
});

test('nobody can change the settings once they are read', () => {
  expect(() => Object.assign(readSettings({}), { port: 1 })).toThrow(TypeError);
});

test('what is given is taken', () => {
  const settings = readSettings({
    ...outside,
    PORT: '8080',
    PUBLIC_URL: 'https://card.example/',
    TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1 ,fd00::/8',
  });
  expect(settings).toMatchObject({
    port: 8080,
    publicUrl: 'https://card.example',
    databaseUrl: outside.DATABASE_URL,
    trustedProxies: ['10.0.0.0/8', '127.0.0.1', 'fd00::/8'],
  });
});

describe('what is wrong is named in one line that says what it must be', () => {
  test.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '3e3' }],
    ['PORT', { PORT: '0' }],
    ['HOST', { HOST: 'not a host' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'card.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://card.example/below' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://card.example/?a=b' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['SECRET_KEY', { DATABASE_URL: outside.DATABASE_URL }],
    ['SECRET_KEY', { ...outside, SECRET_KEY: 'short' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.example' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'everybody' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/99' }],
    ['ADMIN_TOKEN', { ADMIN_TOKEN: 'short' }],
    ['VAPID_PUBLIC_KEY', { VAPID_PUBLIC_KEY: 'abc' }],
    ['VAPID_PUBLIC_KEY', { VAPID_PUBLIC_KEY: `B${'A'.repeat(86)}` }],
    ['VAPID_PRIVATE_KEY', { VAPID_PRIVATE_KEY: 'short' }],
    // Not its half.
    ['VAPID_PUBLIC_KEY', { VAPID_PUBLIC_KEY: `B${'A'.repeat(86)}`, VAPID_PRIVATE_KEY: `${'A'.repeat(42)}E` }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('%s: %o', (name, environment) => {
    let message = '';
    try {
      readSettings(environment);
    } catch (error) {
      expect(error).toBeInstanceOf(SettingsError);
      message = (error as Error).message;
    }
    expect(message).toMatch(new RegExp(`^${name} .*must .+\\.$`));
    expect(message).not.toContain('\n');
    // A secret that is wrong is a secret still.
    expect(message).not.toContain('short');
  });
});
