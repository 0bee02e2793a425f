import { expect, test } from 'vitest';
import { comparedCards } from './compared-cards.js';

const CARDS = [
  { id: 'a', number: 1, slug: 'anna', title: 'Anna' },
  { id: 'b', number: 2, slug: 'boris', title: 'Boris' },
  { id: 'c', number: 3, slug: 'clara', title: 'Clara' },
];

/** A count below 4096 of a card, as the rollups pack it. */
const packed = (...counts: (readonly [number: number, count: number])[]): Buffer =>
  Buffer.concat(
    counts.map(([number, count]) => {
      const entry = Buffer.alloc(4);
      entry.writeUInt32BE((number << 12) | count);
      return entry;
    }),
  );

test('every card has a row and every start a place, the most viewed card first', () => {
  const { starts, rows } = comparedCards(
    'week',
    { from: '2026-11-04', to: '2026-11-18' },
    CARDS,
    [
      { key: 'visitors', cards: packed([1, 1], [2, 1]) },
      { key: 'engaged_s', cards: packed([2, 3]) },
      { key: 'engaged_ms', cards: packed([1, 500], [2, 400], [2, 999]) },
    ],
    [
      { key: '2026-11-18', cards: packed([2, 4]) },
      { key: '2026-11-04', cards: packed([1, 2], [2, 1]) },
      // Of a card that is not asked about, too.
      { key: '2026-11-08', cards: packed([2, 2], [9, 30]) },
    ],
  );
  expect(starts).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
  expect(rows).toEqual([
    {
      card: { id: 'b', slug: 'boris', title: 'Boris' },
      views: 7,
      visitors: 1,
      clicks: 0,
      engagedMs: 4399,
      series: [3, 0, 4],
    },
    {
      card: { id: 'a', slug: 'anna', title: 'Anna' },
      views: 2,
      visitors: 1,
      clicks: 0,
      engagedMs: 500,
      series: [2, 0, 0],
    },
    {
      card: { id: 'c', slug: 'clara', title: 'Clara' },
      views: 0,
      visitors: 0,
      clicks: 0,
      engagedMs: 0,
      series: [0, 0, 0],
    },
  ]);
});

test('a period has a start even where nothing was', () => {
  const { starts, rows } = comparedCards('day', { from: '2026-11-04', to: '2026-11-04' }, CARDS, [], []);
  expect(starts).toEqual(['2026-11-04']);
  expect(rows.map(({ card, series }) => [card.slug, series])).toEqual([
    ['anna', [0]],
    ['boris', [0]],
    ['clara', [0]],
  ]);
});
