import { expect, test } from 'vitest';
import { matchesZone, timeZoneOptions } from './time-zones';

test('French zones come apart under their names, the others by theirs, and the current one is always there', () => {
  const { french, others } = timeZoneOptions(['America/New_York', 'Europe/Paris', 'Asia/Tokyo'], 'UTC', 'fr');
  expect(french[0]).toEqual({ value: 'Europe/Paris', label: 'Paris' });
  expect(french.map(({ label }) => label)).toContain('La Réunion');
  expect(others.map(({ label }) => label)).toEqual(['America/New York', 'Asia/Tokyo', 'UTC']);
});

test.each([
  ['reunion', true],
  ['La RÉUNION', true],
  ['indian', true],
  ['paris', false],
  ['', true],
])('La Réunion is meant by %j: %j', (typed, meant) => {
  expect(matchesZone({ value: 'Indian/Reunion', label: 'La Réunion' }, typed)).toBe(meant);
});
