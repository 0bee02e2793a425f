import { Grid, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice';
import { CardQr } from './card-qr';
import { Figures } from './figures';
import { FirstVisit } from './first-visit';
import { Greeting } from './greeting';
import { LiveMark } from './live-mark';
import { useLiveSummary } from './use-live-summary';

// Most accounts have one card.
const CardSwitcher = lazy(() =>
  import('./card-switcher').then((module) => ({ default: module.CardSwitcher })),
);

interface CardOverviewProps {
  account: Account;
  cards: readonly CardSummary[];
  card: CardSummary;
  onSelectCard(slug: string): void;
}

/** One card's figures, and the way to the account's other cards. */
export function CardOverview({ account, cards, card, onSelectCard }: CardOverviewProps) {
  const { t } = useTranslation();
  const { summary, today, status } = useLiveSummary(card.id, account.timezone);
  const data = summary.data;
  const failed = data === undefined && summary.isError;
  const neverVisited = data !== undefined && data.views.total === 0 && data.clicks.total === 0;

  return (
    <Stack gap="lg">
      <title>{`${card.title} · ${t('app.name')}`}</title>
      <Stack gap="xs">
        <Greeting account={account}>
          <LiveMark status={status} />
        </Greeting>
        {cards.length > 1 ? (
          <Suspense fallback={<Skeleton h="var(--num-switcher-height)" />}>
            <CardSwitcher cards={cards} current={card} onSelect={onSelectCard} />
          </Suspense>
        ) : (
          <Text c="dimmed">{card.title}</Text>
        )}
      </Stack>
      {/* A new key for each card: figures that differ between cards have not changed. */}
      {neverVisited ? (
        <FirstVisit key={card.id} card={card} />
      ) : (
        <Grid gap="lg" key={card.id}>
          <Grid.Col span={{ base: 12, md: 8 }}>
            {failed ? (
              <FailureNotice
                error={summary.error}
                retrying={summary.isFetching}
                onRetry={() => void summary.refetch()}
              />
            ) : (
              <Figures account={account} summary={data} today={today} />
            )}
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Paper component="section" p={{ base: 'md', sm: 'lg' }}>
              <Stack gap="md">
                <Title order={2}>{t('share.title')}</Title>
                <CardQr card={card} />
              </Stack>
            </Paper>
          </Grid.Col>
        </Grid>
      )}
    </Stack>
  );
}
