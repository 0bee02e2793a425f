import type { UsageCards } from '@num-ecard/contracts/usage';
import { expect, test } from 'vitest';
import { changeOrder, comparison } from './comparison';

const card = (slug: string) => ({ id: slug, slug, title: slug });
const PERIOD = { from: '2026-11-01', to: '2026-11-02' };
const ANSWER: UsageCards = {
  period: PERIOD,
  interval: 'day',
  starts: ['2026-11-01', '2026-11-02'],
  rows: [
    { card: card('anna'), views: 8, visitors: 6, clicks: 3, engagedMs: 16_000, series: [5, 3] },
    { card: card('boris'), views: 2, visitors: 2, clicks: 1, engagedMs: 1_000, series: [0, 2] },
    { card: card('clara'), views: 0, visitors: 0, clicks: 0, engagedMs: 0, series: [0, 0] },
  ],
};
const BEFORE: UsageCards = {
  ...ANSWER,
  rows: [
    { card: card('boris'), views: 4, visitors: 4, clicks: 0, engagedMs: 0, series: [4, 0] },
    { card: card('anna'), views: 1, visitors: 1, clicks: 0, engagedMs: 0, series: [0, 1] },
  ],
};

test('each card is told its share, its time a visit and what it had before', () => {
  const { cards, together } = comparison({ ...ANSWER, previous: BEFORE });
  expect(cards.map(({ clickShare, engagedMs, before }) => [clickShare, engagedMs, before])).toEqual([
    [0.75, 2_000, 1],
    [0.25, 500, 4],
    [0, null, 0],
  ]);
  expect(together).toEqual({
    views: 10,
    visitors: 8,
    clicks: 4,
    clickShare: 1,
    engagedMs: 1_700,
    series: [5, 5],
    before: 5,
  });
});

test('without visits, clicks or a comparison there is nothing to say of them', () => {
  const { cards, together } = comparison({ ...ANSWER, rows: ANSWER.rows.slice(2) });
  expect(cards[0]).toMatchObject({ clickShare: null, engagedMs: null, before: null });
  expect(together).toMatchObject({ views: 0, clickShare: null, series: [0, 0], before: null });
  expect(comparison({ ...ANSWER, rows: [] })).toMatchObject({ cards: [], together: { series: [] } });
});

test.each([
  [5, null, null],
  [0, 0, null],
  [3, 0, Infinity],
  [6, 4, 0.5],
  [0, 4, -1],
  [4, 4, 0],
])('%d visits after %s are sorted by %s', (views, before, wanted) => {
  expect(changeOrder({ views, before })).toBe(wanted);
});
