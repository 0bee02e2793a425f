import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import { cssVariablesResolver, HEAT_LEVELS, theme } from '../../../ui/theme';
import { crossedCards, heatLevel } from './heat';

test.each([
  [0, 100, 0],
  [0, 0, 0],
  [1, 100, 1],
  [50, 100, 3],
  [51, 100, 4],
  [100, 100, 6],
  [1, 1, 6],
])('%d of at most %d has colour %d', (value, largest, wanted) => {
  expect(heatLevel(value, largest)).toBe(wanted);
});

test('of a card without any, nothing is the largest', () => {
  const card = { id: 'a', slug: 'a', title: 'A' };
  const cells = [3, 9].map((value) => ({ key: String(value), label: '', value }));
  expect(
    crossedCards({
      rows: [
        { card, total: 12, cells },
        { card, total: 0, cells: [] },
      ],
    }),
  ).toEqual([
    { card, total: 12, values: [3, 9], largest: 9 },
    { card, total: 0, values: [], largest: 0 },
  ]);
});

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test.each(['light', 'dark'] as const)('figures can be read on every colour, %s', (scheme) => {
  const colours = cssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))[scheme];
  for (let level = 1; level <= HEAT_LEVELS; level += 1) {
    const background = colours[`--num-heat-${level}`] ?? '';
    expect(background).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrast(background, colours['--mantine-color-text'] ?? '')).toBeGreaterThanOrEqual(4.5);
  }
});
