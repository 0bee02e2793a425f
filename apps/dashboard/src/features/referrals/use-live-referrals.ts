import { LiveRecommendation } from '@num-ecard/contracts/referral-live';
import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLiveEvent, useLiveStatus } from '../../lib/live';
import { refreshItem } from './crm/refresh-item';
import { refreshReferrals } from './refresh-referrals';

/** Milliseconds between two looks at most, when one change comes after another; and while no stream tells of any. */
const TOLD_MS = 1_000;
const POLL_MS = 10_000;

/** Keeps what is on screen about referrals up to date, whoever changes it: another device, a prospect, an ambassador. */
export function useLiveReferrals(): void {
  const queryClient = useQueryClient();
  const { state } = useLiveStatus();
  const refresh = useThrottledCallback(() => void refreshReferrals(queryClient), TOLD_MS);
  useLiveEvent('notification', refresh);
  useLiveEvent('recommendation', (data) => {
    const changed = LiveRecommendation.safeParse(parseJson(data));
    if (changed.success) void refreshItem(queryClient, changed.data.id);
    refresh();
  });
  useEffect(() => {
    if (state !== 'lost') return undefined;
    const timer = setInterval(() => void refreshReferrals(queryClient), POLL_MS);
    // What was changed meanwhile is not told again.
    return () => {
      clearInterval(timer);
      void refreshReferrals(queryClient);
    };
  }, [queryClient, state]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
