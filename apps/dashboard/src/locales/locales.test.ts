import { expect, test } from 'vitest';

const files = (found: Record<string, unknown>) =>
  Object.entries(found).map(
    ([path, tree]) => [path.replace(/^\.\/(?:fr|en)[./]/, ''), tree as object] as const,
  );

const french = files(import.meta.glob(['./fr.json', './fr/*.json'], { eager: true, import: 'default' }));
const english = new Map(
  files(import.meta.glob(['./en.json', './en/*.json'], { eager: true, import: 'default' })),
);

/** Dotted keys. English has no plural "many". */
function keys(tree: object, prefix = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) =>
      typeof value === 'string' ? [prefix + key] : keys(value as object, `${prefix}${key}.`),
    )
    .filter((key) => !key.endsWith('_many'));
}

test.each(french)('both languages say the same things in %s', (file, tree) => {
  expect(keys(english.get(file) ?? {})).toEqual(keys(tree));
});

test('there are no other texts in English', () => {
  expect([...english.keys()].toSorted()).toEqual(french.map(([file]) => file).toSorted());
});
