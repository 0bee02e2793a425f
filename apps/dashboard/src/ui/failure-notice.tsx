import { Box, Button, EmptyState, Paper } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureText } from './failure-text';
import { ICON } from './theme';

interface FailureNoticeProps {
  /** Without: that the figures cannot be shown. */
  title?: string;
  error: unknown;
  /** Of its heading: 1 where nothing else heads the page. */
  order?: 1 | 2 | 3;
  /** Within a panel, which has a frame of its own. */
  within?: boolean;
  retrying: boolean;
  onRetry(): void;
}

/** In place of what could not be fetched: what is wrong, and a way to try again. */
export function FailureNotice({
  title,
  error,
  within = false,
  order = within ? 3 : 2,
  retrying,
  onRetry,
}: FailureNoticeProps) {
  const { t } = useTranslation();
  const notice = (
    <EmptyState variant="light" color="gray" icon={<IconCloudOff size={ICON.large} aria-hidden />}>
      <EmptyState.Title order={order}>{title ?? t('failure.title')}</EmptyState.Title>
      <EmptyState.Description>{failureText(error, t)}</EmptyState.Description>
      <EmptyState.Actions>
        <Button
          leftSection={<IconRefresh size={ICON.small} aria-hidden />}
          loading={retrying}
          onClick={onRetry}
        >
          {t('app.retry')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
  if (within) return <Box role="alert">{notice}</Box>;
  return (
    <Paper p="xl" role="alert">
      {notice}
    </Paper>
  );
}
