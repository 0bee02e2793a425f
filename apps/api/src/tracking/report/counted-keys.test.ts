import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyCards } from '../query/usage-scope.js';
import { type CountedKey, countedKeys } from './counted-keys.js';

/** As the database packs them. */
function packed(key: string, counts: readonly (readonly [number: number, count: number])[]): KeyCards {
  const words = counts.flatMap(([number, count]) =>
    count > 0 && count < 4096 ? [number * 4096 + count] : [number * 4096, count],
  );
  const cards = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) cards.writeUInt32BE(word, index * 4);
  return { key, cards };
}

const CARDS = [
  { id: 'a', number: 1 },
  { id: 'b', number: 1_048_575 },
];
const told = (keys: readonly CountedKey[]): unknown[] => keys.map(({ key, values }) => [key, ...values]);

test('a key’s days and months are added up, the largest key is first, and those that are not asked about are left out', () => {
  const counted = [
    packed('nfc', [[1_048_575, 2]]),
    packed('qr', [
      [1, 70_000],
      [2, 9],
      [1_048_575, 5],
      [1, 1],
      [301, 9],
    ]),
    packed('link', [[7, 4]]),
  ];
  expect(told(countedKeys(CARDS, counted, 24))).toEqual([
    ['qr', 70_001, 5],
    ['nfc', 0, 2],
  ]);
});

test('what is not among the largest is together; equal keys go by their names', () => {
  const counted = [
    packed('c', [[1, 3]]),
    packed('b', [[1_048_575, 3]]),
    packed('d', [
      [1, 1],
      [1_048_575, 1],
    ]),
    packed('a', [[1, 1]]),
  ];
  expect(told(countedKeys(CARDS, counted, 2))).toEqual([
    ['b', 0, 3],
    ['c', 3, 0],
    [null, 2, 1],
  ]);
});

test('where only the largest keys were read, the others are what is left of all there is', () => {
  const counted = [packed('Lyon', [[1, 3]]), packed('Paris', [[1_048_575, 3]])];
  const all = [
    packed('2026-10', [
      [1, 4],
      [2, 8],
    ]),
    packed('2026-11', [[1_048_575, 3]]),
  ];
  expect(told(countedKeys(CARDS, counted, 2, all))).toEqual([
    ['Lyon', 3, 0],
    ['Paris', 0, 3],
    [null, 1, 0],
  ]);
});

test('nothing is nothing', () => {
  expect(countedKeys(CARDS, [], 24)).toEqual([]);
  expect(countedKeys([], [packed('qr', [[1, 1]])], 24)).toEqual([]);
});

test('each card’s values are what was counted of it, however many keys are told apart', () => {
  const count = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    number: fc.integer({ min: 1, max: 6 }),
    count: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(4_095, 4_096, 2_000_000_000)),
  });
  fc.assert(
    fc.property(fc.array(count), fc.integer({ min: 1, max: 6 }), fc.boolean(), (counts, atMost, isTold) => {
      const cards = [4, 1, 6].map((number) => ({ id: `card ${number}`, number }));
      const asked = counts.filter(
        (each) => each.count > 0 && cards.some(({ number }) => number === each.number),
      );
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
      const found = countedKeys(cards, counted, atMost, isTold ? [pack('all', counts)] : undefined).flatMap(
        ({ key, values }) => cards.map(({ id }, place) => [`${id} ${key}`, values[place] ?? 0] as const),
      );
      expect(new Map(found.filter(([, value]) => value > 0))).toEqual(expected);
    }),
  );
});
