import { expect, test } from 'vitest';
import { matchesCard } from './card-search';

test.each([
  ['lea', true],
  ['LÉA dup', true],
  ['dupre lea', true],
  ['equipe-3', true],
  ['', true],
  ['leo', false],
])('%j', (search, found) => {
  expect(matchesCard({ title: 'Léa Dupré', slug: 'equipe-3' }, search)).toBe(found);
});
