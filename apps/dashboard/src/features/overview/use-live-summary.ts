import { useDidUpdate, useNetwork, useThrottledCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLiveEvent, useLiveStatus } from '../../lib/live';
import { type Scope, scopeKey } from '../../lib/scope';
import { usageKey } from '../../lib/usage-key';
import { EVERY_CARD } from '../../lib/usage-search';
import { useToday } from '../../lib/use-today';
import { applyLiveUsage } from './live-usage';
import { liveStatus } from './live-status';
import { SUMMARIES, summaryKey, summaryQuery } from './summary.query';

/** Milliseconds between looks while no stream brings the changes. */
const POLL_MS = 2_000;
/** With a stream too, now and then: a connection can die without either side being told. */
const SAFETY_MS = 60_000;
/** When something is counted, the sum over all cards is asked for again, and so are reports: at most so often. */
const EVERY_CARD_MS = 1_000;
const REPORTS_MS = 5_000;

/**
 * A scope's summary that keeps itself up to date: by the stream, by polling without it, and at midnight. When it changes,
 * the reports on screen that today is part of are asked for again.
 */
export function useLiveSummary(scope: Scope, timeZone: string) {
  const queryClient = useQueryClient();
  const today = useToday(timeZone);
  const { online } = useNetwork();
  const stream = useLiveStatus();

  const refreshEvery = useThrottledCallback(
    () => void queryClient.invalidateQueries({ queryKey: summaryKey(EVERY_CARD) }),
    EVERY_CARD_MS,
  );
  useLiveEvent('usage', (data) => {
    applyLiveUsage(queryClient, data);
    refreshEvery();
  });

  // The first run is the page's own first fetch, or makes up for what was told while another page was shown; each later one is
  // a midnight.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: SUMMARIES }), [queryClient, today]);

  const summary = useQuery({
    ...summaryQuery(scope),
    refetchInterval: ({ state }) =>
      stream.state === 'lost' || state.status === 'error' ? POLL_MS : SAFETY_MS,
  });

  const refreshReports = useThrottledCallback(
    (key: string) =>
      void queryClient.invalidateQueries({
        queryKey: usageKey(key),
        predicate: ({ queryKey }) => String(queryKey[2]) >= today,
      }),
    REPORTS_MS,
  );
  const key = scopeKey(scope);
  const [seen, setSeen] = useState({ key, data: summary.data });
  useDidUpdate(() => {
    setSeen({ key, data: summary.data });
    if (seen.key === key && seen.data !== undefined && seen.data !== summary.data) refreshReports(key);
  }, [key, summary.data]);

  const pollFailed = summary.isError || summary.failureCount > 0;
  const polledSince = stream.state === 'lost' && summary.dataUpdatedAt > stream.since;
  const polled = pollFailed ? false : polledSince || undefined;
  // The stream only tells that the sum over all cards has changed: it must be asked for.
  const lost = scope === EVERY_CARD && pollFailed;
  return { summary, today, status: liveStatus({ online, stream: lost ? 'lost' : stream.state, polled }) };
}
