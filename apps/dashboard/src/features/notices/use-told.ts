import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLiveEvent, useLiveStatus } from '../../lib/live';

/** Milliseconds between two looks at most, when one notice comes after another. */
const TOLD_MS = 1_000;

/** Has an answer asked for again when something is told, and after the line was broken: what came meanwhile is on the list. */
export function useTold(queryKey: readonly unknown[]): void {
  const queryClient = useQueryClient();
  const refresh = useThrottledCallback(() => void queryClient.invalidateQueries({ queryKey }), TOLD_MS);
  useLiveEvent('notification', refresh);
  const { opened } = useLiveStatus();
  useEffect(() => {
    if (opened > 1) refresh();
  }, [opened, refresh]);
}
