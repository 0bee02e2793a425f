import { expect, test } from 'vitest';
import { pushed, square, WHOLE } from './crop';

const WIDE = { width: 400, height: 300 };

test.each([
  [WHOLE, { left: 50, top: 0, side: 300 }],
  [
    { zoom: 2, x: 0, y: 1 },
    { left: 0, top: 150, side: 150 },
  ],
  [
    { zoom: 1, x: 1, y: 0.5 },
    { left: 100, top: 0, side: 300 },
  ],
])('%o is the square %o', (crop, expected) => {
  expect(square(WIDE, crop)).toEqual(expected);
});

test('a push moves what is seen, up to the edge', () => {
  expect(pushed(WIDE, WHOLE, 0.1, 0.1)).toMatchObject({ x: 0.2, y: 0.5 });
  expect(pushed(WIDE, WHOLE, -5, 0)).toMatchObject({ x: 1 });
});
