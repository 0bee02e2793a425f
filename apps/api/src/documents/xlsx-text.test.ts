import { expect, test } from 'vitest';
import { cellText, dayNumber, durationNumber, momentNumber, sheetName } from './xlsx-text.js';

test.each([
  ['L’Œuf & Cie', 'L’Œuf & Cie'],
  ['une\nligne', 'une ligne'],
  ['\u0000\u0007a\u001b', 'a'],
  ['\u202ecba', 'cba'],
  ['half \ud83d', 'half \ufffd'],
  ['no \uffff character \ufffe', 'no \ufffd character \ufffd'],
  // Excel would read it as a line break.
  ['_x000A_', '_x005F_x000A_'],
  ['_x000A_x000A_', '_x005F_x000A_x005F_x000A_'],
  ['_xyz_', '_xyz_'],
  ['=1+1', '=1+1'],
])('%j is %j in a cell', (typed, text) => {
  expect(cellText(typed)).toBe(text);
});

test('a cell holds no more than Excel takes, and no half of a character', () => {
  expect(cellText('é'.repeat(32_767))).toHaveLength(32_767);
  const long = cellText('😀'.repeat(20_000));
  expect(long.length).toBeLessThanOrEqual(32_767);
  expect(long).toMatch(/^(?:😀)+…$/u);
});

test.each([
  ['Sources', [], 'Sources'],
  ['Sources', ['sources'], 'Sources (2)'],
  ['Sources', ['Sources', 'SOURCES (2)'], 'Sources (3)'],
  ['a/b\\c?d*e[f]:g', [], 'a b c d e f  g'],
  ["'quoted'", [], 'quoted'],
  ['', [], 'NUM-ECARD'],
  ['x'.repeat(40), [], 'x'.repeat(31)],
  ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(27)} (2)`],
  ['😀'.repeat(20), [], '😀'.repeat(15)],
])('a sheet that is to be called %j beside %j is %j', (wanted, taken, name) => {
  expect(sheetName(wanted, taken)).toBe(name);
});

test('days, moments and durations are the numbers that Excel has for them', () => {
  expect(dayNumber('2026-11-26')).toBe(46_352);
  expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
  // Half past six in the evening in Paris.
  expect(momentNumber(Date.parse('2026-11-26T17:30:00.999Z'), 'Europe/Paris')).toBeCloseTo(
    46_352 + 18.5 / 24,
    9,
  );
  // Half an hour beside UTC, before 1970.
  expect(momentNumber(Date.parse('1969-12-31T23:00:00Z'), 'Asia/Kolkata')).toBeCloseTo(25_569 + 4.5 / 24, 9);
  expect(durationNumber(36 * 3_600_000)).toBe(1.5);
});
