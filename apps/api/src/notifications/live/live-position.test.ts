import { expect, test } from 'vitest';
import { readPosition, toldName, writePosition } from './live-position.js';

const NOW = 1_764_144_000_123;
const HOUR = 3_600_000;

test('is read as it was written', () => {
  const told = [toldName('one'), toldName('another')];
  expect(readPosition(writePosition(NOW - HOUR, told), NOW)).toEqual({ at: NOW - HOUR, told: new Set(told) });
  expect(readPosition(writePosition(NOW, []), NOW)).toEqual({ at: NOW, told: new Set() });
});

test('reaches back a day at most', () => {
  expect(readPosition(writePosition(NOW - 48 * HOUR, []), NOW)?.at).toBe(NOW - 24 * HOUR);
});

test.each([undefined, '', 'x', 7, ['1764144000123'], `${NOW}.`, `${NOW}.xyz`, `${NOW}x`, `${NOW + HOUR}`])(
  'is not read from %j',
  (text) => {
    expect(readPosition(text, NOW)).toBeNull();
  },
);
