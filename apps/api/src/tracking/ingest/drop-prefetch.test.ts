import { expect, test } from 'vitest';
import { UNKNOWN_PLACE } from '../../geo/place.js';
import type { Beacon } from './beacon.js';
import { dropPrefetch, statedPurpose } from './drop-prefetch.js';

const beaconFor = (headers: Record<string, string>): Beacon => ({
  accountId: 'a',
  cardId: 'c',
  timezone: 'Europe/Paris',
  request: { card: 'patrice', visit: 'v', events: [] },
  circumstances: {
    userAgent: 'Mozilla/5.0',
    address: '192.0.2.1',
    place: () => UNKNOWN_PLACE,
    purpose: statedPurpose(headers),
    measured: true,
    signedInAccountId: null,
  },
});

test.each([
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { 'sec-purpose': 'prefetch;anonymous-client-ip' },
  { purpose: 'prefetch' },
  { purpose: 'preview' },
  { 'x-purpose': 'preview' },
  { 'x-moz': 'prefetch' },
  { 'x-moz': 'Prefetch' },
])('%o is not a look at the card', (headers) => {
  expect(dropPrefetch(beaconFor(headers))).toBe('prefetch');
});

test.each([{}, { purpose: '' }, { 'sec-purpose': 'navigate' }, { referer: 'https://example.test/prefetch' }])(
  '%o passes',
  (headers) => {
    expect(dropPrefetch(beaconFor(headers))).toBeNull();
  },
);
