import { expect, test } from 'vitest';
import { nextSorting, sortedRows, type SortValue } from './card-sorting';

test.each<[string, SortValue[], boolean, SortValue[]]>([
  ['figures, largest first', [2, 30, 4], true, [30, 4, 2]],
  ['figures, smallest first', [2, 30, 4], false, [2, 4, 30]],
  ['none last', [null, 1, null, 3], true, [3, 1, null, null]],
  ['none last the other way, too', [null, 1, null, 3], false, [1, 3, null, null]],
  ['what cannot be put as a figure', [0.5, Infinity, -1, Infinity], true, [Infinity, Infinity, 0.5, -1]],
  [
    'names as a reader does',
    ['Zoé', 'élan', 'Eva', 'Carte 10', 'Carte 2'],
    false,
    ['Carte 2', 'Carte 10', 'élan', 'Eva', 'Zoé'],
  ],
  ['nothing', [], true, []],
])('sorts %s', (_, values, descending, wanted) => {
  expect(sortedRows(values, (value) => value, descending, 'fr')).toEqual(wanted);
});

test('equal ones stay as they were, either way', () => {
  const rows = [{ name: 'b' }, { name: 'a' }, { name: 'c' }];
  for (const descending of [true, false]) expect(sortedRows(rows, () => 1, descending, 'fr')).toEqual(rows);
});

test('a column that is pressed again turns round', () => {
  const byViews = nextSorting({ column: 'card', descending: false }, 'views', false);
  expect(byViews).toEqual({ column: 'views', descending: true });
  expect(nextSorting(byViews, 'views', false)).toEqual({ column: 'views', descending: false });
  expect(nextSorting(byViews, 'card', true)).toEqual({ column: 'card', descending: false });
});
