import { expect, test } from 'vitest';
import { RequestPace } from './request-pace.js';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

test('so many uses in a window, and each key counts by itself', () => {
  const pace = new RequestPace(2, 60_000);
  expect([pace.use('a', at(0)), pace.use('a', at(59)), pace.use('a', at(59.5))]).toEqual([null, null, 1]);
  expect(pace.use('b', at(59.5))).toBeNull();
  // What was refused does not count: the next window begins on time.
  expect([pace.use('a', at(60)), pace.use('a', at(61)), pace.use('a', at(62))]).toEqual([null, null, 58]);
});
