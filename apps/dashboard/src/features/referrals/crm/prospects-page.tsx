import '../../../locales/crm';
import { Skeleton, Stack, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCode } from '../../../lib/fetch-code';
import type { ProspectSearch } from '../../../lib/prospect-search';
import { Part } from '../../../ui/part';
import { ClockProvider } from './clock';
import { FilterBar } from './filter-bar';
import { ListPanel } from './list-panel';
import { readFilters } from './prospect-filters';
import { recommendationsQuery } from './recommendations.query';
import { StatusLinks } from './status-links';

// Brings what dragging needs.
const BoardPanel = lazy(() =>
  fetchCode(() => import('./board-panel').then((module) => ({ default: module.BoardPanel }))),
);

interface ProspectsPageProps {
  account: Account;
  search: ProspectSearch;
}

/** Every recommended prospect, as a list or as a board; one of them may be open beside it. */
export function ProspectsPage({ account, search }: ProspectsPageProps) {
  const { t } = useTranslation(['crm', 'translation']);
  const filters = useMemo(() => readFilters(search), [search]);
  const isOpen = useParams({ strict: false, select: ({ id }) => id !== undefined });
  const asBoard = search.view === 'board';
  const list = useInfiniteQuery({ ...recommendationsQuery(filters), enabled: !asBoard });
  return (
    <ClockProvider timeZone={account.timezone}>
      <Stack gap="lg">
        {/* The title is of the one that is open. */}
        {!isOpen && <title>{`${t('crm:prospects.title')} · ${t('translation:app.name')}`}</title>}
        <Title order={1} size="h2">
          {t('crm:prospects.title')}
        </Title>
        <FilterBar filters={filters} asBoard={asBoard} />
        {asBoard ? (
          <Part fallback={<Skeleton h="var(--num-prospects-height)" aria-busy />}>
            <BoardPanel filters={filters} />
          </Part>
        ) : (
          <>
            <StatusLinks chosen={filters.status} counts={list.data?.pages[0]?.counts} />
            <ListPanel filters={filters} />
          </>
        )}
        <Outlet />
      </Stack>
    </ClockProvider>
  );
}
