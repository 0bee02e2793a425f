import { Alert, Box, Button, EmptyState, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconChartBarOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from './failure-notice';
import { failureText } from './failure-text';
import { ICON } from './theme';

/** What a panel must know of an answer. */
export type PanelQuery<Data> = Pick<
  UseQueryResult<Data>,
  'data' | 'error' | 'isError' | 'isFetching' | 'isPlaceholderData' | 'refetch'
>;

/** An answer that is there: of an example, which is never fetched. */
export function answered<Data>(data: Data): PanelQuery<Data> {
  const refetch = () => Promise.reject(new Error('an example is not fetched'));
  return { data, error: null, isError: false, isFetching: false, isPlaceholderData: false, refetch };
}

interface PanelProps<Data> {
  title: string;
  /** One line below the title: what the panel answers. */
  hint?: string | undefined;
  /** Beside the title: what is chosen for this panel alone. */
  actions?: ReactNode;
  query: PanelQuery<Data>;
  /** Whether there is nothing to draw. */
  isEmpty?: (data: Data) => boolean;
  /** Said when there is nothing. */
  emptyText?: string;
  /** A CSS length: what is drawn is about so high. */
  height: string;
  children: (data: Data) => ReactNode;
}

/** One answer of the statistics: chooses between loading, failed, empty and drawn, all of about the same size. */
export function Panel<Data>({
  title,
  hint,
  actions,
  query,
  isEmpty,
  emptyText,
  height,
  children,
}: PanelProps<Data>) {
  const { t } = useTranslation();
  const id = useId();
  const { data, error, isError, isFetching, isPlaceholderData } = query;
  const retry = () => void query.refetch();
  return (
    <Paper
      component="section"
      p={{ base: 'md', sm: 'lg' }}
      aria-labelledby={id}
      aria-busy={data === undefined && !isError}
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} id={id}>
              {title}
            </Title>
            {hint !== undefined && (
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            )}
          </div>
          {actions}
        </Group>
        {data === undefined && isError && (
          <FailureNotice error={error} retrying={isFetching} onRetry={retry} within />
        )}
        {data === undefined && !isError && <Skeleton h={height} />}
        {data !== undefined && isError && (
          <Alert color="yellow" icon={<IconAlertTriangle size={ICON.medium} aria-hidden />}>
            <Group justify="space-between" gap="xs">
              <Text span inherit>
                {t('panel.stale')} {failureText(error, t)}
              </Text>
              <Button variant="default" size="compact-sm" loading={isFetching} onClick={retry}>
                {t('app.retry')}
              </Button>
            </Group>
          </Alert>
        )}
        {data !== undefined &&
          (isEmpty?.(data) ? (
            <EmptyState
              icon={<IconChartBarOff size={ICON.large} aria-hidden />}
              color="gray"
              variant="light"
              mih={height}
            >
              <EmptyState.Description>{emptyText ?? t('panel.empty')}</EmptyState.Description>
            </EmptyState>
          ) : (
            // What is still of the period before is paler.
            <Box opacity={isPlaceholderData ? 0.5 : 1} mih={height}>
              {children(data)}
            </Box>
          ))}
      </Stack>
    </Paper>
  );
}
