import type {
  FollowUps,
  Recommendation,
  RecommendationBoard,
  Recommendations,
} from '@num-ecard/contracts/referral';
import { type Status, STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { expect, test } from 'vitest';
import { movedBoard, movedFollowUps, movedItem, movedPages } from './apply-move';
import { pagesWith } from './apply-record';

const given = (id: string, status: Status, receivedAt = '2026-11-20T10:00:00.000Z') =>
  ({ id, status, receivedAt, lostReason: null, valueCents: null, revision: 1 }) as Recommendation;
const counts = (of: Partial<Record<Status, number>>) =>
  ({ new: 0, contacted: 0, appointment: 0, converted: 0, lost: 0, ...of }) as Recommendations['counts'];

const SOPHIE = given('sophie', 'new', '2026-11-21T10:00:00.000Z');
const KARIM = given('karim', 'contacted', '2026-11-22T10:00:00.000Z');
const LUCIE = given('lucie', 'contacted', '2026-11-20T10:00:00.000Z');

const board = (of: Partial<Record<Status, Recommendation[]>>): RecommendationBoard => ({
  columns: STATUSES.map((status) => ({
    status,
    count: of[status]?.length ?? 0,
    items: of[status] ?? [],
    next: null,
  })),
});
const shown = ({ columns }: RecommendationBoard) =>
  columns.map(({ count, items }) => [count, ...items.map(({ id }) => id)]);

test('on the board a card goes to its place by when it was received, and both columns count it', () => {
  const moved = movedBoard(board({ new: [SOPHIE], contacted: [KARIM, LUCIE] }), SOPHIE, { to: 'contacted' });
  expect(shown(moved)).toEqual([[0], [3, 'karim', 'sophie', 'lucie'], [0], [0], [0]]);
  expect(moved.columns[1]?.items[1]?.status).toBe('contacted');
});

test('in a list it stays where it is, and every page counts it anew', () => {
  const pages = [
    { items: [SOPHIE], counts: counts({ new: 1, contacted: 2 }), next: 'more' },
    { items: [KARIM], counts: counts({ new: 1, contacted: 2 }), next: null },
  ];
  const moved = movedPages(pages, SOPHIE, { to: 'lost', reason: 'price' });
  expect(moved.map(({ items }) => items.map(({ id, status }) => `${id} ${status}`))).toEqual([
    ['sophie lost'],
    ['karim contacted'],
  ]);
  expect(moved.map((page) => page.counts)).toEqual([
    counts({ lost: 1, contacted: 2 }),
    counts({ lost: 1, contacted: 2 }),
  ]);
});

test('a reason goes with lost alone, a value with converted alone', () => {
  const lost = movedItem(SOPHIE, { to: 'lost', reason: 'price' });
  expect(lost.lostReason).toBe('price');
  expect(movedItem(lost, { to: 'contacted' }).lostReason).toBeNull();
  expect(movedItem(lost, { to: 'converted', valueCents: 125_000 })).toMatchObject({
    lostReason: null,
    valueCents: 125_000,
  });
});

test('whoever was moved need not be called for the first time', () => {
  const followUps = {
    notContacted: [SOPHIE],
    reminders: [],
    expiring: [],
    counts: { notContacted: 7, reminders: 0, expiring: 0, held: 0 },
  } as FollowUps;
  expect(movedFollowUps(followUps, SOPHIE)).toMatchObject({ notContacted: [], counts: { notContacted: 6 } });
  expect(movedFollowUps(followUps, KARIM).counts.notContacted).toBe(7);
});

test('what the server gives takes the place of what is listed, unless it is older', () => {
  const pages = [{ items: [SOPHIE, KARIM], counts: counts({ new: 1, contacted: 1 }), next: null }];
  const [page] = pagesWith(pages, { ...SOPHIE, status: 'contacted', revision: 2 });
  expect(page?.items.map(({ status }) => status)).toEqual(['contacted', 'contacted']);
  expect(page?.counts).toEqual(counts({ contacted: 2 }));
  expect(pagesWith(pages, { ...SOPHIE, status: 'lost', revision: 0 })).toBe(pages);
  expect(pagesWith(pages, LUCIE)).toBe(pages);
});
