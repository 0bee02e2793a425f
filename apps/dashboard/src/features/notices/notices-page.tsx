import '../../locales/notices';
import { Button, EmptyState, Group, Stack, Title } from '@mantine/core';
import type { Me } from '@num-ecard/contracts/accounts';
import { IconBell, IconChecks, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../lib/use-today';
import { DemoMark } from '../../ui/demo-mark';
import { Panel } from '../../ui/panel';
import { LinkButton } from '../../ui/router-link';
import { ICON } from '../../ui/theme';
import { NoticeList } from './notice-list';
import { noticesQuery, readNotices } from './notices.query';
import { NOTICES } from './unread.query';
import { useLinkLabels } from './use-link-labels';
import { useTold } from './use-told';

/** What the owner was told, the latest first. */
export function NoticesPage({ account, cards }: Pick<Me, 'account' | 'cards'>) {
  const { t } = useTranslation('notices');
  const queryClient = useQueryClient();
  const today = useToday(account.timezone);
  const notices = useInfiniteQuery(noticesQuery);
  useTold(noticesQuery.queryKey);
  const reading = useMutation({
    mutationFn: readNotices,
    onSettled: () => queryClient.invalidateQueries({ queryKey: NOTICES }),
  });
  const { data, error, isError, isFetching, isPlaceholderData, refetch } = notices;
  const labelOf = useLinkLabels(data?.pages.flatMap(({ items }) => items) ?? []);
  const [first] = data?.pages ?? [];
  const latest = first?.items[0];
  const hasUnread = (first?.unread ?? 0) > 0;
  const more = notices.hasNextPage
    ? {
        failed: notices.isFetchNextPageError,
        loading: notices.isFetchingNextPage,
        load: () => void notices.fetchNextPage(),
      }
    : undefined;
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Group gap="xs">
          {account.demo && <DemoMark />}
          <LinkButton
            to="/settings"
            variant="subtle"
            size="compact-sm"
            leftSection={<IconSettings size={ICON.small} aria-hidden />}
          >
            {t('choose')}
          </LinkButton>
        </Group>
      </Group>
      <Panel
        title={t('list')}
        hint={t('hint')}
        height="var(--num-list-height)"
        actions={
          hasUnread &&
          latest && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconChecks size={ICON.small} aria-hidden />}
              onClick={() => reading.isPending || reading.mutate({ until: latest.at })}
            >
              {reading.isError ? t('readAllFailed') : t('readAll')}
            </Button>
          )
        }
        // What failed to come after the pages that are there is said where it would be.
        query={{
          data,
          error,
          isError: isError && !notices.isFetchNextPageError,
          isFetching,
          isPlaceholderData,
          refetch,
        }}
      >
        {({ pages }) =>
          latest === undefined ? (
            <EmptyState icon={<IconBell size={ICON.large} aria-hidden />} color="gray" variant="light">
              <EmptyState.Title>{t('none')}</EmptyState.Title>
              <EmptyState.Description>{t('noneHint')}</EmptyState.Description>
            </EmptyState>
          ) : (
            <NoticeList
              pages={pages}
              timeZone={account.timezone}
              today={today}
              cards={cards}
              labelOf={labelOf}
              onRead={({ id, readAt }) => readAt === null && reading.mutate({ ids: [id] })}
              more={more}
            />
          )
        }
      </Panel>
    </Stack>
  );
}
