import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { applyLiveUsage } from './live-usage';
import { summaryQuery } from './summary.query';

const card = { id: '0190aaaa-0000-7000-8000-000000000010', slug: 'patrice' };
const shown = { ...card, title: 'Patrice', name: 'Patrice Durand', url: 'https://cards.test/c/patrice' };

function summary(today: number): UsageSummary {
  return {
    views: { total: today, today },
    clicks: { total: 0, today: 0, byTarget: [] },
    lastVisitAt: '2026-11-23T17:42:00.000Z',
  };
}

function cached(queryClient: QueryClient): UsageSummary | undefined {
  return queryClient.getQueryData(summaryQuery(shown).queryKey);
}

test('an event puts its figures where the screen reads them', () => {
  const queryClient = new QueryClient();
  applyLiveUsage(queryClient, JSON.stringify({ card, summary: summary(1) }));
  expect(cached(queryClient)).toEqual(summary(1));
  applyLiveUsage(queryClient, JSON.stringify({ card, summary: summary(2) }));
  expect(cached(queryClient)).toEqual(summary(2));
});

test('an answer asked for before the event does not come on top of it', async () => {
  const queryClient = new QueryClient();
  let answer: (value: UsageSummary) => void = () => {};
  const late = new Promise<UsageSummary>((resolve) => (answer = resolve));
  const { queryKey } = summaryQuery(shown);
  const stop = new QueryObserver(queryClient, { queryKey, queryFn: () => late }).subscribe(() => {});
  applyLiveUsage(queryClient, JSON.stringify({ card, summary: summary(2) }));
  answer(summary(1));
  await late;
  await new Promise((resolve) => setTimeout(resolve));
  expect(cached(queryClient)).toEqual(summary(2));
  stop();
});

test.each([
  '',
  'null',
  '{"card":{}}',
  JSON.stringify({ card, summary: { ...summary(3), views: { total: -1 } } }),
])('data outside the contract changes nothing and has the figures fetched: %s', async (data) => {
  const queryClient = new QueryClient();
  const { queryKey } = summaryQuery(shown);
  queryClient.setQueryData(queryKey, summary(1));
  const fetched = vi.fn<() => Promise<UsageSummary>>(async () => summary(4));
  const stop = new QueryObserver(queryClient, { queryKey, queryFn: fetched, staleTime: Infinity }).subscribe(
    () => {},
  );
  applyLiveUsage(queryClient, data);
  expect(cached(queryClient)).toEqual(summary(1));
  await vi.waitFor(() => expect(cached(queryClient)).toEqual(summary(4)));
  expect(fetched).toHaveBeenCalledOnce();
  stop();
});
