const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `12,345.6` */
export function number(value) {
  return typeof value === 'number' ? NUMBER.format(value) : String(value);
}

/** Prints a title and lines of a label and a value. */
export function printFigures(title, figures) {
  const width = Math.max(...figures.map(([label]) => label.length));
  console.log(`\n${title}`);
  for (const [label, value] of figures) console.log(`  ${label.padEnd(width)}  ${number(value).padStart(9)}`);
}

/** Prints rows in columns, the first one to the left and the others to the right. */
export function printTable(header, rows) {
  const lines = [header, ...rows.map((row) => row.map(number))];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log('');
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(`  ${cells.join('  ')}`.trimEnd());
  }
}
