import { expect, test } from 'vitest';
import { periodAlone, periodInWords } from './period-in-words.js';

test.each([
  ['2026-10-01', '2026-10-31', 'octobre 2026', 'October 2026'],
  ['2026-02-01', '2026-02-28', 'février 2026', 'February 2026'],
  ['2026-01-01', '2026-12-31', 'année 2026', 'year 2026'],
  ['2026-10-01', '2026-10-30', '1er–30 octobre 2026', '1–30 October 2026'],
  ['2026-11-05', '2026-11-05', '5 novembre 2026', '5 November 2026'],
  ['2025-12-20', '2026-01-03', '20 décembre 2025–3 janvier 2026', '20 December 2025–3 January 2026'],
])('%s to %s is %s', (from, to, french, english) => {
  // Versions of Node put more or less space around the dash.
  const plain = (text: string) => text.replaceAll(/\s*–\s*/g, '–').replaceAll(/\s/g, ' ');
  expect(plain(periodInWords({ from, to }, 'fr'))).toBe(french);
  expect(plain(periodInWords({ from, to }, 'en'))).toBe(english);
});

test('a period that stands alone begins with a capital', () => {
  const alone = (from: string, to: string) => periodAlone({ from, to }, 'fr');
  expect(alone('2026-10-01', '2026-10-31')).toBe('Octobre 2026');
  expect(alone('2026-01-01', '2026-12-31')).toBe('Année 2026');
  expect(alone('2026-11-05', '2026-11-05')).toBe('5 novembre 2026');
});
