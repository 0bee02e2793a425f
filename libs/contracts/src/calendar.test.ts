import { expect, test } from 'vitest';
import {
  bucketText,
  dayText,
  monthText,
  rangeInSentence,
  rangeText,
  shortDate,
  weekdayText,
} from './calendar.js';

const days = (from: string, to: string) => ({ from, to });

test.each([
  [weekdayText(1, 'fr', 'long'), 'lundi'],
  [weekdayText(7, 'fr', 'short'), 'dim.'],
  [weekdayText(2, 'en', 'short'), 'Tue'],
  [dayText('2026-11-24', 'fr', '2026-11-25'), 'mardi 24 novembre'],
  [dayText('2025-12-31', 'fr', '2026-01-01'), 'mercredi 31 décembre 2025'],
  [dayText('2026-11-24', 'en', '2026-11-25'), 'Tuesday 24 November'],
  [dayText('2026-11-01', 'fr', '2026-11-25'), 'dimanche 1er novembre'],
  [dayText('2026-11-01', 'en', '2026-11-25'), 'Sunday 1 November'],
  [shortDate(new Date('2026-10-31T23:30:00Z'), 'Europe/Paris', 'fr', '2026-11-25'), '1er nov.'],
  [shortDate(new Date('2026-11-11T12:00:00Z'), 'Europe/Paris', 'fr', '2026-11-25'), '11 nov.'],
  [bucketText('2026-11-01', 'day', 'fr'), '1er nov.'],
  [bucketText('2026-10-26', 'week', 'fr'), '26 oct. – 1er nov.'],
  [bucketText('2026-06-01', 'week', 'fr'), '1er–7 juin'],
  [bucketText('2026-11-01', 'month', 'fr'), 'nov. 2026'],
  [monthText('2026-11', 'fr'), 'novembre 2026'],
  [monthText('2026-11', 'en'), 'November 2026'],
  [rangeText(days('2026-10-01', '2026-11-26'), 'fr'), '1er octobre – 26 novembre 2026'],
  [rangeText(days('2026-11-01', '2026-11-26'), 'fr'), '1er–26 novembre 2026'],
  [rangeText(days('2026-11-11', '2026-11-21'), 'fr'), '11–21 novembre 2026'],
  [rangeText(days('2026-01-01', '2026-01-01'), 'fr'), '1er janvier 2026'],
  [rangeText(days('2026-11-01', '2026-11-26'), 'en'), '1 – 26 November 2026'],
  [rangeInSentence(days('2026-09-23', '2026-10-22'), 'fr'), 'du 23 septembre au 22 octobre 2026'],
  [rangeInSentence(days('2026-11-01', '2026-11-26'), 'fr'), 'du 1er au 26 novembre 2026'],
  [rangeInSentence(days('2025-11-27', '2026-01-01'), 'fr'), 'du 27 novembre 2025 au 1er janvier 2026'],
  [rangeInSentence(days('2026-11-01', '2026-11-01'), 'fr'), 'du 1er novembre 2026'],
  [rangeInSentence(days('2026-09-23', '2026-10-22'), 'en'), '23 September to 22 October 2026'],
  [rangeInSentence(days('2026-11-01', '2026-11-26'), 'en'), '1 to 26 November 2026'],
  [rangeInSentence(days('2026-11-25', '2026-11-25'), 'en'), '25 November 2026'],
])('%s', (text, expected) => {
  // The thin spaces around a dash are not told from others.
  expect(text.replaceAll(/\s/g, ' ')).toBe(expected);
});
