import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unusualFactor } from './unusual-day.js';

const days = (count: number, views: number): number[] => Array.from({ length: count }, () => views);
/** Four weeks, the day before first; `views` on the weekday of today. */
const weekly = (views: number, otherwise: number): number[] =>
  Array.from({ length: 28 }, (_, index) => (index % 7 === 6 ? views : otherwise));

describe('a table of days', () => {
  test.each([
    ['three times the usual', 30, days(28, 10), 3],
    ['one visit less', 29, days(28, 10), null],
    ['told rounded down', 49, days(28, 10), 4],
    ['nine visits, whatever is usual', 9, days(28, 0), null],
    ['ten visits on a card that nobody looks at', 10, days(28, 0), 10],
    ['a card that is thirteen days old', 300, days(13, 1), null],
    ['a card that is fourteen days old', 300, days(14, 1), 300],
    ['a Saturday like every Saturday', 40, weekly(40, 2), null],
    ['a Saturday three times as busy as every Saturday', 120, weekly(40, 2), 3],
    ['a busy day on a quiet weekday', 40, weekly(2, 10), 4],
    ['a fair last week changes nothing about what is usual', 30, [300, 400, ...days(26, 10)], 3],
    ['halfway between the two in the middle', 45, [...days(14, 10), ...days(14, 20)], 3],
  ])('%s', (_, today, before, factor) => {
    expect(unusualFactor({ today, before })).toBe(factor);
  });
});

describe('whatever the days were', () => {
  const before = fc.array(fc.nat(500), { maxLength: 28 });
  const today = fc.nat(5_000);

  test('nothing is unusual of a young card, and no factor is below three or overstated', () => {
    fc.assert(
      fc.property(today, before, (views, past) => {
        const factor = unusualFactor({ today: views, before: past });
        if (factor === null) return;
        expect(past.length).toBeGreaterThanOrEqual(14);
        expect(views).toBeGreaterThanOrEqual(10);
        expect(Number.isInteger(factor) && factor >= 3).toBe(true);
        // At least as many days as not had at most a factor-th of today's views.
        const usualOrLess = past.filter((day) => day * factor <= views).length;
        expect(usualOrLess * 2).toBeGreaterThanOrEqual(past.length);
      }),
    );
  });

  test('more visits today never make the day less unusual', () => {
    fc.assert(
      fc.property(today, fc.nat(100), before, (views, more, past) => {
        const fewer = unusualFactor({ today: views, before: past }) ?? 0;
        expect(unusualFactor({ today: views + more, before: past }) ?? 0).toBeGreaterThanOrEqual(fewer);
      }),
    );
  });

  test('busier days before never make the day more unusual', () => {
    fc.assert(
      fc.property(today, before, fc.nat(100), (views, past, more) => {
        const busier = past.map((day) => day + more);
        const factor = unusualFactor({ today: views, before: past }) ?? 0;
        expect(unusualFactor({ today: views, before: busier }) ?? 0).toBeLessThanOrEqual(factor);
      }),
    );
  });

  test('whole weeks may change places', () => {
    fc.assert(
      fc.property(
        today,
        fc.array(fc.array(fc.nat(50), { minLength: 7, maxLength: 7 }), { minLength: 4, maxLength: 4 }),
        (views, weeks) => {
          const factor = unusualFactor({ today: views, before: weeks.flat() });
          expect(unusualFactor({ today: views, before: weeks.toReversed().flat() })).toBe(factor);
        },
      ),
    );
  });
});
