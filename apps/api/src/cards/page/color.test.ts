import { expect, test } from 'vitest';
import { contrast, inkOn, mix, PAGES, shades, SURFACES } from './color.js';

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mix('#ff0000', '#0000ff', 0.5)).toBe('#800080');
});

test('any colour leaves text, icons and buttons readable, light and dark', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff'];
  const colors = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
  for (const color of [...colors, '#1f3a5f', '#767676', '#777777', '#787878']) {
    expect(contrast(inkOn(color), color), `ink on ${color}`).toBeGreaterThanOrEqual(4.5);
    for (const scheme of ['light', 'dark'] as const) {
      const { link, tint, edge } = shades(color, scheme);
      for (const background of [SURFACES[scheme], PAGES[scheme], tint]) {
        expect(contrast(link, background), `${color} ${scheme} on ${background}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(edge, SURFACES[scheme]), `edge of ${color} ${scheme}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test('a readable colour is left as it is', () => {
  expect(shades('#1f3a5f', 'light').link).toBe('#1f3a5f');
  expect(shades('#ffd400', 'dark').link).toBe('#ffd400');
});
