import { expect, test } from 'vitest';
import { readMoment, signMoment } from './opened-moment.js';

const at = new Date('2026-11-26T09:30:00.123Z');

test('a moment comes back as it was', () => {
  expect(readMoment('key', signMoment('key', at))).toEqual(at);
});

test.each([
  ['nothing', ''],
  ['a moment without signature', at.getTime().toString(36)],
  ['another key', signMoment('other key', at)],
  ['another moment', signMoment('key', at).replace(/^./, '1')],
  ['a longer signature', `${signMoment('key', at)}x`],
  ['letters of two bytes', `${at.getTime().toString(36)}.${'é'.repeat(22)}`],
])('%s is none', (_, signed) => {
  expect(readMoment('key', signed)).toBeNull();
});
