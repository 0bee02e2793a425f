import { Box, Flex, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../lib/scope';
import { EVERY_CARD } from '../../lib/usage-search';
import { FailureNotice } from '../../ui/failure-notice';
import { CardQr } from './card-qr';
import { Figures } from './figures';
import { Greeting } from './greeting';
import { summaryQuery } from './summary.query';
import { fetchCode } from '../../lib/fetch-code';
import { Part } from '../../ui/part';

const FirstVisit = lazy(() =>
  fetchCode(() => import('./first-visit').then((module) => ({ default: module.FirstVisit }))),
);

interface OverviewPageProps {
  account: Account;
  scope: Scope;
  /** The account's day. */
  today: string;
  /** Beside the greeting. */
  actions: ReactNode;
  /** Further down: what the model has beyond the day. */
  children?: ReactNode;
}

/** What the owner reads in the evening. */
export function OverviewPage({ account, scope, today, actions, children }: OverviewPageProps) {
  const { t } = useTranslation();
  const summary = useQuery(summaryQuery(scope));
  const { data } = summary;
  const failed = data === undefined && summary.isError;
  const neverVisited = data !== undefined && data.views.total === 0 && data.clicks.total === 0;
  const title = scope === EVERY_CARD ? t('overview.everyCardTitle') : scope.title;

  return (
    <Stack gap="lg">
      <title>{`${title} · ${t('app.name')}`}</title>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Greeting account={account} />
          <Text c="dimmed">{title}</Text>
        </div>
        <Box flex="none">{actions}</Box>
      </Group>
      {neverVisited && scope !== EVERY_CARD ? (
        <Part fallback={<Figures account={account} summary={undefined} today={today} />}>
          <FirstVisit card={scope} />
        </Part>
      ) : (
        <Flex gap="lg" direction={{ base: 'column', md: 'row' }}>
          <Box flex={{ md: 2 }} miw={0}>
            <Stack gap="lg">
              {failed ? (
                <FailureNotice
                  error={summary.error}
                  retrying={summary.isFetching}
                  onRetry={() => void summary.refetch()}
                />
              ) : (
                <Figures account={account} summary={data} today={today} />
              )}
              {children}
            </Stack>
          </Box>
          {scope !== EVERY_CARD && (
            <Box flex={{ md: 1 }} miw={0}>
              <Paper component="section" p={{ base: 'md', sm: 'lg' }}>
                <Stack gap="md">
                  <Title order={2}>{t('share.title')}</Title>
                  <CardQr card={scope} />
                </Stack>
              </Paper>
            </Box>
          )}
        </Flex>
      )}
    </Stack>
  );
}
