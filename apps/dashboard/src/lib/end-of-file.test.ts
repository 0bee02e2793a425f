import { expect, test } from 'vitest';
import { hasItsEnd } from './end-of-file';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['report.pdf', 'startxref\n1234\n%%EOF\n', true],
  ['report.pdf', 'endobj\nstartx', false],
  ['figures.xlsx', 'xl/workbook.xmlPK\u0005\u0006\0\0\0\0', true],
  ['figures.xlsx', 'xl/workbook.xmlPK\u0001\u0002', false],
  ['figures.xlsx', '', false],
  // A CSV has no mark of its end.
  ['visits.csv', 'a;b\r\n', true],
  ['visits.2026.csv', '', true],
])('%s that ends with %j', (name, tail, whole) => {
  expect(hasItsEnd(name, bytes(tail))).toBe(whole);
});
