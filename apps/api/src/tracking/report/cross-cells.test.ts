import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyCards } from '../query/usage-scope.js';
import { type Cell, crossCells } from './cross-cells.js';

/** As the database packs them. */
function packed(key: string, counts: readonly (readonly [number: number, count: number])[]): KeyCards {
  const cards = Buffer.alloc(counts.length * 8);
  for (const [index, [number, count]] of counts.entries()) {
    cards.writeInt32BE(number, index * 8);
    cards.writeInt32BE(count, index * 8 + 4);
  }
  return { key, cards };
}

const CARDS = [
  { id: 'a', number: 1 },
  { id: 'b', number: 300 },
];
const told = (cells: readonly Cell[]): unknown[] =>
  cells.map(({ cardId, key, value }) => [cardId, key, value]);

test('a key’s days and months are added up, the largest key is first, and those that are not asked about are left out', () => {
  const counted = [
    packed('nfc', [[300, 2]]),
    packed('qr', [
      [1, 70_000],
      [2, 9],
      [300, 5],
      [1, 1],
      [301, 9],
    ]),
    packed('link', [[7, 4]]),
  ];
  expect(told(crossCells(CARDS, counted, 24))).toEqual([
    ['a', 'qr', 70_001],
    ['b', 'qr', 5],
    ['b', 'nfc', 2],
  ]);
});

test('what is not among the largest is one cell a card; equal keys go by their names', () => {
  const counted = [
    packed('c', [[1, 3]]),
    packed('b', [[300, 3]]),
    packed('d', [
      [1, 1],
      [300, 1],
    ]),
    packed('a', [[1, 1]]),
  ];
  expect(told(crossCells(CARDS, counted, 2))).toEqual([
    ['b', 'b', 3],
    ['a', 'c', 3],
    ['a', null, 2],
    ['b', null, 1],
  ]);
});

test('where only the largest keys were read, the others are what is left of all there is', () => {
  const counted = [packed('Lyon', [[1, 3]]), packed('Paris', [[300, 3]])];
  const all = [
    packed('2026-10', [
      [1, 4],
      [2, 8],
    ]),
    packed('2026-11', [[300, 3]]),
  ];
  expect(told(crossCells(CARDS, counted, 2, all))).toEqual([
    ['a', 'Lyon', 3],
    ['b', 'Paris', 3],
    ['a', null, 1],
  ]);
});

test('nothing is nothing', () => {
  expect(crossCells(CARDS, [], 24)).toEqual([]);
  expect(crossCells([], [packed('qr', [[1, 1]])], 24)).toEqual([]);
});

test('each card’s cells are what was counted of it, however many columns there are', () => {
  const count = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    number: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(count), fc.integer({ min: 1, max: 6 }), fc.boolean(), (counts, atMost, isTold) => {
      const cards = [4, 1, 6].map((number) => ({ id: `card ${number}`, number }));
      const asked = counts.filter(({ number }) => cards.some((card) => card.number === number));
      const total = (key: string): number =>
        asked.reduce((sum, each) => sum + (each.key === key ? each.count : 0), 0);
      const largest = [...new Set(asked.map(({ key }) => key))]
        .toSorted((one, other) => total(other) - total(one) || (one < other ? -1 : 1))
        .slice(0, atMost);
      const expected = new Map<string, number>();
      for (const { key, number, count: value } of asked) {
        const name = `card ${number} ${largest.includes(key) ? key : null}`;
        expected.set(name, (expected.get(name) ?? 0) + value);
      }
      const keys = isTold ? largest : ['a', 'b', 'c', 'd', 'e'];
      const pack = (key: string, of: typeof counts): KeyCards =>
        packed(
          key,
          of.map(({ number, count: value }) => [number, value]),
        );
      const counted = keys.map((key) =>
        pack(
          key,
          counts.filter((each) => each.key === key),
        ),
      );
      const cells = crossCells(cards, counted, atMost, isTold ? [pack('all', counts)] : undefined);
      expect(new Map(cells.map(({ cardId, key, value }) => [`${cardId} ${key}`, value]))).toEqual(expected);
      expect(new Set(cells.map(({ cardId, key }) => `${cardId} ${key}`)).size).toBe(cells.length);
    }),
  );
});
