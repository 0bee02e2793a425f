import { expect, test } from 'vitest';
import en from './en.json';
import fr from './fr.json';

/** Dotted keys. English has no plural "many". */
function keys(tree: object, prefix = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) =>
      typeof value === 'string' ? [prefix + key] : keys(value as object, `${prefix}${key}.`),
    )
    .filter((key) => !key.endsWith('_many'));
}

test('both languages say the same things', () => {
  expect(keys(en)).toEqual(keys(fr));
});
