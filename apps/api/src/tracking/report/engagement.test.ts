import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedEngagedMs } from '../store/usage-dimension.js';
import { engagement } from './engagement.js';
import { NOTHING } from './figures.js';

/** Totals and rows as the rollups have them. */
function answerOf(times: readonly number[]) {
  const rows = new Map<string, number>();
  for (const time of times) {
    const key = roundedEngagedMs(time);
    if (key > 0) rows.set(String(key), (rows.get(String(key)) ?? 0) + 1);
  }
  return engagement(
    { ...NOTHING, views: times.length, engagedMs: times.reduce((sum, time) => sum + time, 0) },
    Array.from(rows, ([key, views]) => ({ ...NOTHING, key, views })),
  );
}

test.each([
  [[], null, null],
  [[0], 0, 0],
  [[99], 0, 99],
  [[345], 300, 345],
  [[8_234], 8_200, 8_234],
  [[1_000, 12_345], 1_000, 6_673],
  [[0, 0, 12_345], 0, 4_115],
  [[0, 5_000, 9_999], 5_000, 5_000],
  [[1_000, 2_000, 3_000, 4_000], 2_000, 2_500],
])('%j: the middle is %s, the average %s', (times, medianMs, averageMs) => {
  expect(answerOf(times)).toMatchObject({ visits: times.length, medianMs, averageMs });
});

test('a limit belongs to what begins there', () => {
  const times = [
    0, 4_999, 5_000, 14_999, 15_000, 29_999, 30_000, 59_999, 60_000, 179_999, 180_000, 86_400_000,
  ];
  expect(answerOf(times).buckets).toEqual([
    { fromMs: 0, toMs: 5_000, visits: 2 },
    { fromMs: 5_000, toMs: 15_000, visits: 2 },
    { fromMs: 15_000, toMs: 30_000, visits: 2 },
    { fromMs: 30_000, toMs: 60_000, visits: 2 },
    { fromMs: 60_000, toMs: 180_000, visits: 2 },
    { fromMs: 180_000, toMs: null, visits: 2 },
  ]);
});

test('for any visits, what is told of rounded times is what the times themselves say', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400_000 })), (times) => {
      const { visits, medianMs, buckets } = answerOf(times);
      const middle = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1];
      expect(medianMs).toBe(middle === undefined ? null : roundedEngagedMs(middle));
      expect(visits).toBe(times.length);
      for (const { fromMs, toMs, visits: within } of buckets)
        expect(within).toBe(times.filter((time) => time >= fromMs && time < (toMs ?? Infinity)).length);
    }),
  );
});
