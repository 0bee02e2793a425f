import { expect, test } from 'vitest';
import { countries } from './countries';

test('every country once, by its name', () => {
  const french = countries('fr');
  expect(french.length).toBeGreaterThan(240);
  expect(french).toContainEqual({ value: 'RE', label: 'La Réunion' });
  expect(french.map(({ value }) => value)).not.toContain('DD');
  expect(new Set(french.map(({ label }) => label)).size).toBe(french.length);
  expect(countries('en')[0]?.label).toBe('Afghanistan');
});
