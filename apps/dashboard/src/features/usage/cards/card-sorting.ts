/** What tables of cards are sorted by. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export type SortValue = number | string | null;

/** The next sorting when a column's head is pressed: figures begin with the largest, names with A. */
export function nextSorting({ column, descending }: Sorting, pressed: string, isText: boolean): Sorting {
  return { column: pressed, descending: column === pressed ? !descending : !isText };
}

/** In the order of their values; what has none is last either way, and equal ones stay as they were. */
export function sortedRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  descending: boolean,
  locale: string,
): Row[] {
  const names = new Intl.Collator(locale, { numeric: true });
  const turn = descending ? -1 : 1;
  const compare = (one: SortValue, other: SortValue): number => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'string' || typeof other === 'string')
      return turn * names.compare(String(one), String(other));
    // Not by subtraction: infinite ones would make NaN.
    return one === other ? 0 : turn * (one < other ? -1 : 1);
  };
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => compare(a.value, b.value))
    .map(({ row }) => row);
}
