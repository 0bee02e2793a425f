import { expect, test } from 'vitest';
import { changeWord, periodWord } from './monthly-words.js';

test.each([
  [2, 7, '5 de moins qu’en septembre', '5 fewer than in September'],
  [12, 7, '5 de plus qu’en septembre', '5 more than in September'],
  [50, 100, '50\u00a0% de moins qu’en septembre', '50% less than in September'],
  [7, 7, 'comme en septembre', 'as in September'],
])('%i after %i', (now, before, french, english) => {
  expect(changeWord(now, before, '2026-09', 'fr')).toBe(french);
  expect(changeWord(now, before, '2026-09', 'en')).toBe(english);
});

test.each([
  ['2026-10-01', 'en octobre', 'in October'],
  ['2026-10-02', 'du 2 au 31 octobre', 'from 2 to 31 October'],
  ['2026-10-31', 'le 31 octobre', 'on 31 October'],
])('a month from %s on', (from, french, english) => {
  const period = { from, to: '2026-10-31' };
  expect(periodWord(period, 'fr')).toBe(french);
  expect(periodWord(period, 'en')).toBe(english);
});
