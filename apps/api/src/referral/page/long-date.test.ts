import { expect, test } from 'vitest';
import { longDate } from './long-date.js';

test.each([
  ['2026-10-01T12:00:00Z', 'fr', '1er octobre 2026'],
  ['2026-10-01T12:00:00Z', 'en', '1 October 2026'],
  ['2026-10-11T12:00:00Z', 'fr', '11 octobre 2026'],
  ['2026-09-30T23:00:00Z', 'fr', '1er octobre 2026'],
] as const)('%s is in %s %s', (at, locale, said) => {
  expect(longDate(new Date(at), locale, 'Europe/Paris')).toBe(said);
});
