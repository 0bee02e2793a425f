import { expect, test } from 'vitest';
import { HEAT_MAP } from '../../../ui/theme';
import { busiestHour, heatLayout } from './week-hours';

const hours = (...views: number[]) =>
  views.map((count, hour) => ({ weekday: 1, hour, views: count, clicks: 0 }));

test.each([
  ['one', hours(0, 3, 1), 1],
  ['the first of equal ones', hours(0, 3, 3), 1],
  ['none', hours(0, 0), undefined],
])('the busiest hour: %s', (_, week, hour) => {
  expect(busiestHour(week)?.hour).toBe(hour);
});

test.each([
  [0, true],
  [296, true],
  [640, true],
  [700, true],
  [744, false],
  [1_000, false],
  [4_000, false],
])('at %i pixels the week is within the width', (width, upright) => {
  const layout = heatLayout(width, HEAT_MAP);
  expect(layout.upright).toBe(upright);
  expect(layout.cell).toBeGreaterThanOrEqual(upright ? HEAT_MAP.upright : HEAT_MAP.narrowest);
  const taken = HEAT_MAP.days + (upright ? 7 : 24) * (layout.cell + HEAT_MAP.gap);
  expect(taken).toBeLessThanOrEqual(Math.max(width, 296));
});
