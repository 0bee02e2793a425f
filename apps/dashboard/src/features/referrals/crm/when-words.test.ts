import { expect, test } from 'vitest';
import { whenWords } from './when-words';

const say = (at: string, zone = 'Europe/Paris') => whenWords(new Date(at), zone, '2026-11-26', 'fr');

test('days near today have names, others their date', () => {
  expect(say('2026-11-26T13:05:00Z')).toMatchObject({ key: 'today', time: '14:05' });
  expect(say('2026-11-25T08:00:00Z').key).toBe('yesterday');
  expect(say('2026-11-27T08:00:00Z')).toMatchObject({ key: 'tomorrow', time: '09:00' });
  expect(say('2026-11-12T08:00:00Z')).toMatchObject({ key: 'day', date: '12 nov.' });
  expect(say('2025-12-01T08:00:00Z').date).toBe('1er déc. 2025');
});

test("a day is the account's", () => {
  expect(say('2026-11-25T23:30:00Z').key).toBe('today');
  expect(say('2026-11-25T23:30:00Z', 'America/Martinique').key).toBe('yesterday');
});
