import { expect, test } from 'vitest';
import { isPublicAddress, isPublicEndpoint, lookUpPublic } from './public-address.js';

test.each([
  '142.250.74.42',
  '17.57.12.1',
  '172.32.0.1',
  '192.169.0.1',
  '2a00:1450:4007:80c::200a',
  '2620:149:208:4302::',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:db8::1',
  'localhost',
  '',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://web.push.apple.com/QGu', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/g', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://user:pass@fcm.googleapis.com/', false],
  ['https://localhost/x', false],
  ['https://localhost./x', false],
  ['https://LOCALHOST:8443/x', false],
  ['https://printer/x', false],
  ['https://printer.local/x', false],
  ['https://metadata.google.internal/x', false],
  ['https://127.0.0.1/x', false],
  // The same, as a browser's address parser reads them.
  ['https://2130706433/x', false],
  ['https://0x7f.1/x', false],
  ['https://[::1]/x', false],
  ['https://[::ffff:10.0.0.1]/x', false],
  ['https://[2a00:1450:4007:80c::200a]/x', true],
])('%s may be a push service: %s', (endpoint, may) => {
  expect(isPublicEndpoint(endpoint)).toBe(may);
});

test.each([{ all: true }, { all: false }])(
  'a name that leads to this machine has no address: %o',
  async (options) => {
    const code = await new Promise((resolve) => {
      lookUpPublic('localhost', options, (error) => resolve(error?.code ?? null));
    });
    expect(code).toBe('ENOTPUBLIC');
  },
);
