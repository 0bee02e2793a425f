import { expect, test } from 'vitest';
import { judgeAnswer } from './judge-answer.js';

const NOW = new Date('2026-11-26T09:00:00Z');

test.each([
  [200, 'taken'],
  [201, 'taken'],
  [202, 'taken'],
  [404, 'gone'],
  [410, 'gone'],
  [301, 'refused'],
  [400, 'refused'],
  [401, 'refused'],
  [403, 'refused'],
  [413, 'refused'],
  [408, 'failed'],
  [500, 'failed'],
  [503, 'failed'],
  [429, 'later'],
])('%i: %s', (status, kind) => {
  expect(judgeAnswer({ status, retryAfter: undefined }, NOW).kind).toBe(kind);
});

test.each([
  ['120', '2026-11-26T09:02:00.000Z'],
  ['Thu, 26 Nov 2026 10:30:00 GMT', '2026-11-26T10:30:00.000Z'],
  // At once would be asked again and again, and for ever is not what was meant.
  ['0', '2026-11-26T09:00:01.000Z'],
  ['Wed, 25 Nov 2026 10:30:00 GMT', '2026-11-26T09:00:01.000Z'],
  ['99999999', '2026-11-27T09:00:00.000Z'],
  ['soon', '2026-11-26T09:01:00.000Z'],
  [undefined, '2026-11-26T09:01:00.000Z'],
])('a service that says to wait for %s is asked again at %s', (retryAfter, at) => {
  expect(judgeAnswer({ status: 429, retryAfter }, NOW)).toEqual({ kind: 'later', at: new Date(at) });
});
