import {
  addDays,
  type DayRange,
  dayCount,
  endOfMonth,
  startOfMonth,
} from '@num-ecard/contracts/period-calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOf, startOfNext } from '../store/packed-grains.js';
import { ALL_CARDS } from '../store/usage-dimension.js';
import { crossPlan, dayPlan, type PackedPiece, readPlan, splitRange } from './read-plan.js';

const range = (from: string, to: string): DayRange => ({ from, to });

test.each<[DayRange, string | null, ReturnType<typeof splitRange>]>([
  [
    range('2026-08-20', '2026-11-23'),
    '2026-11-21',
    {
      front: range('2026-08-20', '2026-08-31'),
      months: range('2026-09-01', '2026-10-31'),
      back: range('2026-11-01', '2026-11-20'),
      open: range('2026-11-21', '2026-11-23'),
    },
  ],
  [
    range('2026-10-25', '2026-11-23'),
    '2026-11-21',
    {
      front: null,
      months: null,
      back: range('2026-10-25', '2026-11-20'),
      open: range('2026-11-21', '2026-11-23'),
    },
  ],
  [
    range('2028-02-01', '2028-02-29'),
    '2028-03-01',
    { front: null, months: range('2028-02-01', '2028-02-29'), back: null, open: null },
  ],
  // A month that is not wholly closed has no sum.
  [
    range('2028-02-01', '2028-02-29'),
    '2028-02-29',
    {
      front: null,
      months: null,
      back: range('2028-02-01', '2028-02-28'),
      open: range('2028-02-29', '2028-02-29'),
    },
  ],
  [
    range('2026-11-01', '2026-11-23'),
    null,
    { front: null, months: null, back: null, open: range('2026-11-01', '2026-11-23') },
  ],
  [
    range('2026-11-21', '2026-11-23'),
    '2026-11-21',
    { front: null, months: null, back: null, open: range('2026-11-21', '2026-11-23') },
  ],
])('%o, closed before %s', (asked, before, pieces) => {
  expect(splitRange(asked, before)).toEqual(pieces);
});

const asked = fc
  .tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 799 }))
  .map(([start, length]) => range(addDays('2025-01-01', start), addDays('2025-01-01', start + length)));
const before = fc.option(
  fc.integer({ min: -10, max: 2_400 }).map((days) => addDays('2025-01-01', days)),
  { nil: null },
);
const daysOf = (piece: DayRange | null): string[] =>
  piece === null ? [] : Array.from({ length: dayCount(piece) }, (_, index) => addDays(piece.from, index));

test('the pieces hold each day of the range once, in order, closed days apart from open ones', () => {
  fc.assert(
    fc.property(asked, before, (whole, closedBefore) => {
      const { front, months, back, open } = splitRange(whole, closedBefore);
      expect([front, months, back, open].flatMap(daysOf)).toEqual(daysOf(whole));
      for (const piece of [front, months, back])
        expect(piece === null || (closedBefore !== null && piece.to < closedBefore)).toBe(true);
      expect(open === null || closedBefore === null || open.from >= closedBefore).toBe(true);
      if (months !== null) {
        expect(months.from).toBe(startOfMonth(months.from));
        expect(months.to).toBe(endOfMonth(months.to));
      }
      // No whole month is left to be read by the day, so that a year costs no more days than two months have.
      for (const piece of [front, back]) expect(daysOf(piece).length).toBeLessThan(months === null ? 62 : 31);
    }),
  );
});

/** How many rows of a key a piece is. */
function spanCount({ grain, from, to }: PackedPiece): number {
  let count = 0;
  for (let start = from; start <= to; start = startOfNext(grain, start)) count += 1;
  return count;
}

test('every day is read once, whichever tables it is read from', () => {
  fc.assert(
    fc.property(asked, before, fc.boolean(), fc.nat(2), (whole, closedBefore, allCards, summed) => {
      const [together, openTogether] = [summed > 0, summed > 1 && closedBefore !== null];
      const scope = {
        accountId: 'account',
        timezone: 'Europe/Paris',
        cardIds: ['one', 'two'],
        allCards,
        closed: { before: closedBefore, together, openTogether },
      };
      const plan = readPlan(scope, whole);
      const read = [plan.sumFront, plan.dayFront, plan.months, plan.sumBack, plan.sumOpen, plan.dayBack];
      expect(read.flatMap(daysOf)).toEqual(daysOf(whole));
      expect(plan.monthCards).toEqual(allCards && together ? [ALL_CARDS] : scope.cardIds);
      if (!allCards || !together) expect([plan.sumFront, plan.sumBack]).toEqual([null, null]);
      expect(allCards && openTogether ? plan.dayBack : plan.sumOpen).toBeNull();
      const cross = crossPlan(scope, whole);
      const crossed = [...cross.packed, cross.packedOpen, cross.dayFront, cross.months, cross.dayBack];
      expect(crossed.flatMap(daysOf)).toEqual(daysOf(whole));
      if (!together) expect([cross.packed, cross.packedOpen]).toEqual([[], null]);
      expect(openTogether ? cross.dayBack : cross.packedOpen).toBeNull();
      for (const { grain, from, to } of cross.packed) {
        expect([startOf(grain, from), startOf(grain, addDays(to, 1))]).toEqual([from, addDays(to, 1)]);
      }
      // At each end 10 days, 2 thirds and 2 months, and the quarters between.
      expect(cross.packed.reduce((sum, piece) => sum + spanCount(piece), 0)).toBeLessThanOrEqual(28 + 9);
      const { sums, sumOpen, days } = dayPlan(scope, whole);
      expect([sums, sumOpen, days].flatMap(daysOf)).toEqual(daysOf(whole));
      expect(allCards && openTogether ? days : sumOpen).toBeNull();
      expect(sums === null || (allCards && together && sums.to < (closedBefore ?? ''))).toBe(true);
    }),
  );
});
