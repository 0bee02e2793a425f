import { expect, test } from 'vitest';
import { engagedTimes } from './engaged-times';

const answer = (...counts: [number, number]) => ({
  visits: counts[0] + counts[1],
  buckets: [
    { fromMs: 0, toMs: 5_000, visits: counts[0] },
    { fromMs: 5_000, toMs: null, visits: counts[1] },
  ],
});

test.each([
  ['alone', answer(1, 3), undefined, [0.25, 0.75], [null, null]],
  ['beside another', answer(1, 3), answer(5, 5), [0.25, 0.75], [0.5, 0.5]],
  ['beside nothing', answer(1, 3), answer(0, 0), [0.25, 0.75], [null, null]],
  ['without visits', answer(0, 0), answer(1, 0), [0, 0], [1, 0]],
])('shares %s', (_, now, previous, shares, before) => {
  const times = engagedTimes(previous === undefined ? now : { ...now, previous });
  expect(times.map(({ share }) => share)).toEqual(shares);
  expect(times.map(({ shareBefore }) => shareBefore)).toEqual(before);
});
