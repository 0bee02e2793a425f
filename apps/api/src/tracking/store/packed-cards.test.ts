import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repackCards, unpackCards } from './packed-cards.js';

type Counts = readonly (readonly [number: number, count: number])[];

/** As merging appends them: each count in 4 bytes of its own. */
function appended(counts: Counts): Buffer {
  return Buffer.concat(
    counts.map(([number, count]) => {
      const entry = Buffer.alloc(8);
      entry.writeUInt32BE(number * 4096);
      entry.writeInt32BE(count, 4);
      return entry;
    }),
  );
}

function unpacked(packed: Buffer, cards: number): number[] {
  const values = new Float64Array(cards);
  unpackCards(
    packed,
    Int32Array.from(values, (_, number) => number),
    values,
  );
  return [...values];
}

test('packed anew, it is the same counts, each card once, in fewer bytes', () => {
  const count = fc.tuple(fc.nat(9), fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(4_095, 4_096)));
  fc.assert(
    fc.property(fc.array(count), fc.array(count), (before, after) => {
      const once = repackCards(appended(before));
      const twice = repackCards(Buffer.concat([once, appended(after)]));
      expect(unpacked(twice, 10)).toEqual(unpacked(appended([...before, ...after]), 10));
      const cards = new Set([...before, ...after].map(([number]) => number)).size;
      expect(twice.length).toBeGreaterThanOrEqual(cards * 4);
      expect(twice.length).toBeLessThanOrEqual(cards * 8);
    }),
  );
});

test('the largest number of a card is told', () => {
  expect([...repackCards(appended([[1_048_575, 3]]))]).toEqual([0xff, 0xff, 0xf0, 0x03]);
});
