import { expect, test } from 'vitest';
import { gatherNotices } from './gather-notices';
import type { ToldNotice } from './notice-words';

const NOW = new Date('2026-11-26T09:00:00.000Z');
const told = (id: string, minutesAgo: number): ToldNotice => ({
  id,
  at: new Date(NOW.getTime() - minutesAgo * 60_000).toISOString(),
  path: '/visits',
  cardId: null,
  kind: 'visits',
  counts: { views: 1, clicks: 0, cards: 1 },
});
const ids = (notices: readonly ToldNotice[]) => notices.map(({ id }) => id).join('');

test.each<[string, ToldNotice[], string, string]>([
  ['one that has just come', [told('a', 0)], 'a', ''],
  ['a few of this moment', [told('a', 4), told('b', 1), told('c', 0)], 'abc', ''],
  ['many of this moment', [told('a', 1), told('b', 1), told('c', 0), told('d', 0)], '', 'abcd'],
  ['one of this morning', [told('a', 300)], 'a', ''],
  ['those of a day', [told('a', 900), told('b', 600), told('c', 300)], '', 'abc'],
  ['those of a day and the latest', [told('a', 900), told('b', 600), told('c', 2)], 'c', 'ab'],
  ['one of this morning and the latest', [told('a', 300), told('b', 2)], 'ab', ''],
  // The device's clock is not the server's.
  ['one that is not yet', [told('a', -90)], 'a', ''],
])('%s', (_, notices, each, together) => {
  const gathered = gatherNotices(notices, NOW);
  expect([ids(gathered.each), ids(gathered.together)]).toEqual([each, together]);
});
