import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { useFailureText } from './use-failure-text';

interface FetchedProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isError' | 'isFetching' | 'refetch'>;
  /** A CSS length: what is shown is about so high. */
  height: string;
  children(data: Data): ReactNode;
}

/** A list that is fetched by itself: chooses between loading, failed and shown. */
export function Fetched<Data>({ query, height, children }: FetchedProps<Data>) {
  const { t } = useTranslation(['settings', 'translation']);
  const textOf = useFailureText();
  const { data, error, isError, isFetching } = query;
  if (data !== undefined) return children(data);
  if (!isError) return <Skeleton h={height} aria-busy />;
  return (
    <Alert color="red" title={t('settings:failed')} icon={<IconCloudOff size={ICON.medium} aria-hidden />}>
      <Stack align="flex-start">
        {textOf(error)}
        <Button
          variant="default"
          leftSection={<IconRefresh size={ICON.small} aria-hidden />}
          loading={isFetching}
          onClick={() => void query.refetch()}
        >
          {t('translation:app.retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
