import { useNetwork } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type LiveStreamState, openLiveStream } from '../../lib/live-stream';
import { useToday } from '../../lib/use-today';
import { applyLiveUsage } from './live-usage';
import { liveStatus } from './live-status';
import { SUMMARIES, summaryQuery } from './summary.query';

/** Milliseconds between looks while no stream brings the changes. */
const POLL_MS = 2_000;
/** With a stream too, now and then: a connection can die without either side being told. */
const SAFETY_MS = 60_000;

/** A card's summary that keeps itself up to date: by the stream, by polling without it, and at midnight. */
export function useLiveSummary(cardId: string, timeZone: string) {
  const queryClient = useQueryClient();
  const today = useToday(timeZone);
  const { online } = useNetwork();
  const [stream, setStream] = useState<{ state: LiveStreamState; since: number }>({
    state: 'connecting',
    since: 0,
  });

  useEffect(
    () =>
      openLiveStream({
        url: '/api/live',
        event: 'usage',
        onData: (data) => applyLiveUsage(queryClient, data),
        onState: (state) =>
          setStream((before) => (before.state === state ? before : { state, since: Date.now() })),
      }),
    [queryClient],
  );

  // The first run is the page's own first fetch; each later one is a midnight.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: SUMMARIES }), [queryClient, today]);

  const summary = useQuery({
    ...summaryQuery(cardId),
    refetchInterval: stream.state === 'lost' ? POLL_MS : SAFETY_MS,
  });

  const pollFailed = summary.isError || summary.failureCount > 0;
  const polledSince = stream.state === 'lost' && summary.dataUpdatedAt > stream.since;
  const polled = pollFailed ? false : polledSince || undefined;
  return { summary, today, status: liveStatus({ online, stream: stream.state, polled }) };
}
