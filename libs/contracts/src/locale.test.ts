import { expect, test } from 'vitest';
import { negotiateLocale, TimeZone } from './locale.js';

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['de-DE,de;q=0.9', 'fr'],
  ['de,en;q=0.7,fr;q=0.6', 'en'],
  ['fr-CA;q=0.3,en;q=0.2', 'fr'],
  ['en;q=0,fr', 'fr'],
  ['*', 'fr'],
  [';;;q=,,', 'fr'],
])('%s is answered in %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test('a time zone is one that knows its clock changes', () => {
  for (const zone of ['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Asia/Kolkata']) {
    expect(TimeZone.safeParse(zone).success).toBe(true);
  }
  for (const zone of [
    '',
    '+02:00',
    'AET',
    'BST',
    'US/Pacific-New',
    'Europe/Nowhere',
    "Europe/Paris'; --",
    'x'.repeat(65),
  ]) {
    expect(TimeZone.safeParse(zone).success).toBe(false);
  }
});
