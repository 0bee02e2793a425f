import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { referenceOf } from './reference.js';

test('a reference is short, without letters that are taken for others, and always the same', () => {
  const id = randomUUID();
  expect(referenceOf(id)).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
  expect(referenceOf(id)).toBe(referenceOf(id));
});

test('a thousand recommendations hardly ever share one', () => {
  const references = new Set(Array.from({ length: 1000 }, () => referenceOf(randomUUID())));
  expect(references.size).toBeGreaterThan(990);
});
