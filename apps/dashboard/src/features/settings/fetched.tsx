import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../ui/failure-text';
import { ICON } from '../../ui/theme';

interface FetchedProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isError' | 'isFetching' | 'refetch'>;
  /** A CSS length: what is shown is about so high. */
  height: string;
  children(data: Data): ReactNode;
}

/** A list that is fetched by itself: chooses between loading, failed and shown; says when what is shown is not the latest. */
export function Fetched<Data>({ query, height, children }: FetchedProps<Data>) {
  const { t } = useTranslation(['settings', 'translation']);
  const { t: shared } = useTranslation();
  const { data, error, isError, isFetching } = query;
  const retry = (
    <Button
      variant="default"
      leftSection={<IconRefresh size={ICON.small} aria-hidden />}
      loading={isFetching}
      onClick={() => void query.refetch()}
    >
      {t('translation:app.retry')}
    </Button>
  );
  if (data !== undefined) {
    return (
      <>
        {isError && (
          <Alert color="yellow" mb="md" icon={<IconAlertTriangle size={ICON.medium} aria-hidden />}>
            <Stack align="flex-start">
              {t('settings:stale')} {failureText(error, shared)}
              {retry}
            </Stack>
          </Alert>
        )}
        {children(data)}
      </>
    );
  }
  if (!isError) return <Skeleton h={height} aria-busy />;
  return (
    <Alert color="red" title={t('settings:failed')} icon={<IconCloudOff size={ICON.medium} aria-hidden />}>
      <Stack align="flex-start">
        {failureText(error, shared)}
        {retry}
      </Stack>
    </Alert>
  );
}
