import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress } from './canonical-address.js';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  [' 192.0.2.1 ', '192.0.2.1'],
  ['192.0.2.1:49152', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['::ffff:c000:201', '192.0.2.1'],
  ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
  ['0000:0000:0000:0000:0000:ffff:c000:0201', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
  ['2001:DB8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
])('%s is %s', (reported, address) => {
  expect(canonicalAddress(reported)).toBe(address);
});

test.each([
  '',
  'unknown',
  '_hidden',
  '192.0.2',
  '192.0.2.256',
  '1.2.3.4.5',
  '2001:db8::1::2',
  'example.test',
])('"%s" is no address', (reported) => {
  expect(canonicalAddress(reported)).toBeUndefined();
});

test('a mapped address is the IPv4 one, and every answer is an address and its own canonical form', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(canonicalAddress(`::ffff:${address}`)).toBe(address);
      const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
      expect(canonicalAddress(`::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`)).toBe(
        address,
      );
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (reported) => {
      const address = canonicalAddress(reported);
      expect(address === undefined || (isIP(address) > 0 && canonicalAddress(address) === address)).toBe(
        true,
      );
    }),
  );
});
