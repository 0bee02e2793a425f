/** What a row has in a column. */
export type Cell = string | number | boolean | Date | null;

/** Columns of a table of rows, each as what a row has there. */
export type Columns<Row> = readonly ((row: Row) => Cell)[];

/** The parameters for `unnest`: a list a column. */
export function columnLists<Row>(rows: readonly Row[], columns: Columns<Row>): string[] {
  return columns.map((cell) => arrayLiteral(rows.map(cell)));
}

/**
 * A list as PostgreSQL writes an array. The driver would do the same at several times the cost, spell dates out in local time,
 * and take lists of lists of different lengths for a fault.
 */
export function arrayLiteral(list: readonly Cell[]): string {
  return `{${list.map(element).join(',')}}`;
}

/** What would be read as something else, or not at all, without quotes. */
const SPECIAL = /^$|^null$|[{}",\\\s]/i;

function element(value: Cell): string {
  if (typeof value === 'string')
    return SPECIAL.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : value;
  if (value === null) return 'NULL';
  return value instanceof Date ? value.toISOString() : String(value);
}
