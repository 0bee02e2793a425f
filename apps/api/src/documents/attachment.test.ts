import { expect, test } from 'vitest';
import { attachment } from './attachment.js';

test.each([
  [
    ['recommandations', 'Patrice Durand & Fils', '2026-11-01', '2026-11-30'],
    'num-ecard-recommandations-patrice-durand-fils-2026-11-01-2026-11-30.csv',
  ],
  [
    ['recommandations', 'Éloïse Łęcka', undefined, '2026-11-30'],
    'num-ecard-recommandations-eloise-ecka-2026-11-30.csv',
  ],
  [['accord', '"; filename="x.exe\r\nX: y'], 'num-ecard-accord-filename-x-exe-x-y.csv'],
  [['recommandations', '王小明'], 'num-ecard-recommandations.csv'],
])('%j is saved as %s', (parts, name) => {
  expect(attachment(parts, 'csv')).toBe(`attachment; filename=${name}`);
});

test('a very long name does not make a name that no disk takes', () => {
  expect(attachment(['a'.repeat(500), '2026-11-30'], 'pdf').length).toBeLessThan(120);
});
