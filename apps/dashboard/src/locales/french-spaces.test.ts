import { expect, test } from 'vitest';

const files = import.meta.glob('./{fr,fr/*}.json', { eager: true, import: 'default' });

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test('no line of French begins with a sign that belongs to the word before', () => {
  const texts = Object.values(files).flatMap(textsOf);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter((text) => / [?!;:»%](?:\s|$)|« /.test(text))).toEqual([]);
});
