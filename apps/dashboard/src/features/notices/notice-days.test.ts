import type { Notice } from '@num-ecard/contracts/notices';
import { expect, test } from 'vitest';
import { noticeDays } from './notice-days';

const notice = (id: string, at: string): Notice => ({
  id,
  at,
  readAt: null,
  path: '/visits',
  cardId: null,
  kind: 'visits',
  counts: { views: 1, clicks: 0, cards: 1 },
});

test('days are those of the account, and a notice of two pages is there once', () => {
  const late = notice('a', '2026-11-25T23:30:00.000Z');
  const evening = notice('b', '2026-11-25T22:30:00.000Z');
  const before = notice('c', '2026-11-24T10:00:00.000Z');
  const pages = [{ items: [late, evening] }, { items: [evening, before] }];
  expect(noticeDays(pages, 'Europe/Paris')).toEqual([
    { day: '2026-11-26', notices: [late] },
    { day: '2026-11-25', notices: [evening] },
    { day: '2026-11-24', notices: [before] },
  ]);
  expect(noticeDays(pages, 'UTC').map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-24']);
  expect(noticeDays([], 'UTC')).toEqual([]);
});
