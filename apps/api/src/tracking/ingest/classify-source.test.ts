import fc from 'fast-check';
import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import { expect, test } from 'vitest';
import { classifySource } from './classify-source.js';

const card = 'https://card.example/c/patrice';
const none = { linkCode: null, referrerHost: null };

test.each([
  [`${card}?s=qr`, 'https://www.linkedin.com/', { ...none, source: 'qr' }],
  [`${card}?s=nfc`, '', { ...none, source: 'nfc' }],
  [`${card}?s=signature&utm_source=x`, '', { ...none, source: 'signature' }],
  [`${card}?s=wallet#top`, undefined, { ...none, source: 'wallet' }],
  [`${card}?s=qr&k=LYON26`, '', { ...none, source: 'qr', linkCode: 'LYON26' }],
  [`${card}?k=LYON26`, 'https://www.linkedin.com/', { ...none, source: 'link', linkCode: 'LYON26' }],
  [`${card}?k=${'x'.repeat(33)}`, '', { ...none, source: 'direct' }],
  [`${card}?k=a%00b`, '', { ...none, source: 'direct' }],
  [`${card}?s=QR`, '', { ...none, source: 'direct' }],
  [`${card}?s=social`, '', { ...none, source: 'direct' }],
  [card, 'https://www.blog.example/post?user=7', { ...none, source: 'site', referrerHost: 'blog.example' }],
  [card, 'https://card.example/c/other', { ...none, source: 'direct' }],
  [card, 'android-app://com.google.android.gm/', { ...none, source: 'direct' }],
  [card, 'not an address', { ...none, source: 'direct' }],
  [undefined, undefined, { ...none, source: 'direct' }],
])('%s from %s', (url, referrer, expected) => {
  expect(classifySource(url, referrer)).toEqual(expected);
});

test('whatever the addresses are, the source is a known one and nothing of them but a host is kept', () => {
  const address = fc.option(
    fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(address, address, (url, referrer) => {
      const { source, linkCode, referrerHost } = classifySource(url, referrer);
      expect(SOURCES).toContain(source);
      expect(linkCode === null || /^[A-Za-z0-9_-]{1,32}$/.test(linkCode)).toBe(true);
      expect(referrerHost === null || !/[/?#@]/.test(referrerHost)).toBe(true);
    }),
  );
});
