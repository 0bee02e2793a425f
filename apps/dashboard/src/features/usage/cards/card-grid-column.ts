import type { ReactNode } from 'react';
import type { SortValue } from './card-sorting';

/** What every table of cards has rows of. */
export interface CardRow {
  readonly card: { readonly id: string; readonly slug: string; readonly title: string };
}

/** A column beside the names. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** What it is sorted by. */
  readonly value: (row: Row) => SortValue;
  readonly cell: (row: Row) => ReactNode;
  /** In the row below, of all cards. */
  readonly total?: ReactNode;
  /** In widths of a figure; 1 unless given. */
  readonly width?: number;
  /** Colour of the cell's ground; none unless given. */
  readonly heat?: (row: Row) => number;
}
