import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeInPieces } from './encode-pieces.js';

const many = (element: fc.Arbitrary<unknown>) => fc.array(element, { minLength: 45, maxLength: 60 });
const text = fc.string({ unit: 'binary' });
const leaf = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.date());
const row = fc.oneof(leaf, fc.dictionary(text, leaf), fc.array(leaf));
const answer = fc.dictionary(text, fc.oneof(row, many(row), fc.dictionary(text, fc.oneof(row, many(row)))));

test('is what JSON.stringify writes, whatever the memory that is given', () => {
  fc.assert(
    fc.property(fc.oneof(answer, many(row)), fc.nat(5_000), (value, bytes) => {
      expect(encodeInPieces(value, Buffer.alloc(bytes)).toString()).toBe(
        Buffer.from(JSON.stringify(value)).toString(),
      );
    }),
  );
});
