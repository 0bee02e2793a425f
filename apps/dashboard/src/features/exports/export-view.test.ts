import { featuresOf, PLANS } from '@num-ecard/contracts/plans';
import { expect, test } from 'vitest';
import { EVERY_CARD } from '../../lib/usage-search';
import { choicesFor, EXPORT_CHOICES, plansOf } from './export-choices';
import { comparisonWords, exportPath, type ExportView } from './export-view';

const VIEW: ExportView = {
  scope: EVERY_CARD,
  range: { from: '2026-10-01', to: '2026-10-31' },
  compare: 'previous',
  interval: 'week',
};
const [pdf] = EXPORT_CHOICES;

test('a file is asked for with all that the screen shows', () => {
  expect(exportPath(VIEW, pdf)).toBe(
    '/api/exports/usage.pdf?from=2026-10-01&to=2026-10-31&compare=previous&interval=week&content=summary',
  );
  const card = { id: '0198', slug: 'patrice', title: 'Patrice', name: 'Patrice', url: '' };
  expect(exportPath({ ...VIEW, scope: card }, pdf)).toMatch(/^\/api\/cards\/0198\/exports\/usage\.pdf\?/);
});

test.each([
  ['2026-10-01', '2026-10-31', 'previous', 'month'],
  ['2028-02-01', '2028-02-29', 'previous', 'month'],
  ['2026-12-01', '2027-01-31', 'previous', 'months'],
  ['2026-10-01', '2026-10-30', 'previous', 'previous'],
  ['2026-10-01', '2026-10-31', 'year', 'year'],
  ['2026-10-01', '2026-10-31', 'none', 'none'],
] as const)('from %s to %s, compared with %s: %s', (from, to, compare, words) => {
  expect(comparisonWords({ range: { from, to }, compare })).toBe(words);
});

test.each([
  ['essentiel', [], ['pdf', 'csv', 'visitsCsv', 'xlsx']],
  ['premium', ['pdf', 'csv'], ['visitsCsv', 'xlsx']],
  ['force-de-vente', ['pdf', 'csv', 'visitsCsv'], ['xlsx']],
  ['multi-cartes', ['pdf', 'csv', 'visitsCsv', 'xlsx', 'visitsXlsx'], []],
] as const)('%s', (plan, open, locked) => {
  const choices = choicesFor(featuresOf(plan));
  const names = (wanted: boolean) =>
    choices.filter(({ isLocked }) => isLocked === wanted).map(({ choice }) => choice.name);
  expect([names(false), names(true)]).toEqual([open, locked]);
});

test('a file is of the models that have all that it needs', () => {
  for (const choice of EXPORT_CHOICES) {
    const having = PLANS.filter((plan) =>
      choicesFor(featuresOf(plan)).some((found) => found.choice === choice && !found.isLocked),
    );
    expect(plansOf(choice)).toEqual(having);
  }
});
