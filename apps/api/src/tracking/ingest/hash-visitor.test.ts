import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashVisitor } from './hash-visitor.js';

const salt = randomBytes(32);
const hash = (card = 'a', address = '192.0.2.7', userAgent = 'Firefox', key = salt): string =>
  hashVisitor(key, card, address, userAgent).toString('hex');

test('one visitor of one card has one hash, however the address is written', () => {
  expect(hash()).toHaveLength(32);
  for (const written of ['::ffff:192.0.2.7', '::FFFF:c000:207', '192.0.2.7:4711']) {
    expect(hash('a', written)).toBe(hash());
  }
  expect(hash('a', '2001:DB8::1')).toBe(hash('a', '2001:db8::1'));
});

test('another card, address, browser or salt has another', () => {
  const others = [hash('b'), hash('a', '192.0.2.8'), hash('a', '192.0.2.7', 'Safari')];
  others.push(hash('a', '192.0.2.7', 'Firefox', randomBytes(32)), hash());
  expect(new Set(others)).toHaveLength(5);
});
