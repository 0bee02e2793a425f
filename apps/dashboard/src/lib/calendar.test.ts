import { expect, test } from 'vitest';
import { dayText, weekdayText } from './calendar';

test.each([
  [weekdayText(1, 'fr', 'long'), 'lundi'],
  [weekdayText(7, 'fr', 'short'), 'dim.'],
  [weekdayText(2, 'en', 'short'), 'Tue'],
  [dayText('2026-11-24', 'fr', '2026-11-25'), 'mardi 24 novembre'],
  [dayText('2025-12-31', 'fr', '2026-01-01'), 'mercredi 31 décembre 2025'],
  [dayText('2026-11-24', 'en', '2026-11-25'), 'Tuesday 24 November'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
