import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveStatus } from './live-status';

const COLORS: Readonly<Record<LiveStatus, string>> = {
  connecting: 'gray',
  live: 'teal',
  reconnecting: 'yellow',
  offline: 'gray',
};

/** Whether the figures move by themselves just now. */
export function LiveMark({ status }: { status: LiveStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant="dot" color={COLORS[status]} size="lg" role="status" data-status={status}>
      {t(`live.${status}`)}
    </Badge>
  );
}
