import { expect, test } from 'vitest';
import { gatheredNotices } from './demo-notices.js';

const at = (time: string) => new Date(`2026-11-26T${time}Z`);

test('visits within five minutes of the first are one notice, and each is in one', () => {
  const [one, two] = [
    { cardId: 'one', slug: 'patrice' },
    { cardId: 'two', slug: 'equipe-2' },
  ];
  expect(
    gatheredNotices([
      { ...one, at: at('09:00:00'), clicks: 1 },
      { ...one, at: at('09:05:00'), clicks: 2 },
      { ...one, at: at('09:05:01'), clicks: 0 },
      { ...two, at: at('09:07:00'), clicks: 0 },
    ]),
  ).toEqual([
    {
      kind: 'visits',
      at: at('09:05:00'),
      path: '/visits?card=patrice',
      counts: { views: 2, clicks: 3, cards: 1 },
      cardId: 'one',
    },
    {
      kind: 'visits',
      at: at('09:10:01'),
      path: '/visits',
      counts: { views: 2, clicks: 0, cards: 2 },
      cardId: null,
    },
  ]);
  expect(gatheredNotices([])).toEqual([]);
});
