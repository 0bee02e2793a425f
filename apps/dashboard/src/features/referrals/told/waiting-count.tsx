import { Badge, VisuallyHidden } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveEvent, useLiveStatus } from '../../../lib/live';
import { countText } from '@num-ecard/contracts/numbers';
import { waitingQuery } from './waiting.query';

/** Milliseconds between two looks at most, when one change comes after another. */
const TOLD_MS = 1_000;

/** How many things wait for the owner; nothing where none does, or it is not known. */
export function WaitingCount() {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const { data: count = 0 } = useQuery(waitingQuery);
  const refresh = useThrottledCallback(() => void queryClient.invalidateQueries(waitingQuery), TOLD_MS);
  useLiveEvent('notification', refresh);
  useLiveEvent('recommendation', refresh);
  const { opened } = useLiveStatus();
  useEffect(() => {
    if (opened > 1) refresh();
  }, [opened, refresh]);
  if (count === 0) return null;
  const number = countText(count, i18n.language);
  return (
    <>
      <Badge size="sm" circle={count < 10} aria-hidden>
        {number}
      </Badge>
      <VisuallyHidden>{t('nav.waiting', { number })}</VisuallyHidden>
    </>
  );
}
