import { RecommendationsQuery } from '@num-ecard/contracts/referral';
import { expect, test } from 'vitest';
import { figureSearch, type ReferralFigure } from './figure-search';

const range = { from: '2026-11-01', to: '2026-11-30' };
const ambassador = '5d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c';

test.each<[ReferralFigure, object]>([
  ['received', { dated: 'received' }],
  ['contacted', { dated: 'received', reached: 'contacted' }],
  ['contactedWithin24h', { dated: 'received', reached: 'contacted_within_24h' }],
  ['appointments', { dated: 'received', reached: 'appointment' }],
  ['converted', { dated: 'received', reached: 'converted' }],
  ['lost', { dated: 'received', reached: 'lost' }],
  ['contactsMade', { dated: 'contacted' }],
  ['clientsWon', { dated: 'converted' }],
])('the list behind %s is one that the API knows', (figure, filter) => {
  const asked = RecommendationsQuery.parse(figureSearch(figure, { range, ambassador }));
  expect(asked).toEqual({ ...range, ambassador, sort: 'latest', limit: 50, ...filter });
});

test('of all time, no day is named', () => {
  expect(figureSearch('converted', { ambassador })).toEqual({ reached: 'converted', ambassador });
  expect(figureSearch('received', {})).toEqual({});
});
