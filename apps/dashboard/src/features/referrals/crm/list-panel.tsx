import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import { Panel } from '../../../ui/panel';
import { listed, totalOf } from './listed';
import { isNarrowed, type ProspectFilters } from './prospect-filters';
import { ProspectList } from './prospect-list';
import { recommendationsQuery } from './recommendations.query';

/** The prospects that the filters leave, the latest first. */
export function ListPanel({ filters }: { filters: ProspectFilters }) {
  const { t } = useTranslation('crm');
  const list = useInfiniteQuery(recommendationsQuery(filters));
  const { data, error, isError, isFetching, isPlaceholderData, refetch } = list;
  const items = useMemo(() => listed(data?.pages ?? []), [data]);
  const counts = data?.pages[0]?.counts;
  const count = counts && (filters.status === undefined ? totalOf(counts) : counts[filters.status]);
  const more = list.hasNextPage
    ? {
        failed: list.isFetchNextPageError,
        loading: list.isFetchingNextPage,
        load: () => void list.fetchNextPage(),
      }
    : undefined;
  return (
    <Panel
      title={count === undefined ? t('list.title') : t('list.count', { count })}
      height="var(--num-prospects-height)"
      // What failed to come after the pages that are there is said where it would be.
      query={{
        data,
        error,
        isError: isError && !list.isFetchNextPageError,
        isFetching,
        isPlaceholderData,
        refetch,
      }}
      isEmpty={() => items.length === 0}
      emptyText={t(isNarrowed(filters) || filters.status !== undefined ? 'list.none' : 'list.noneYet')}
    >
      {() => <ProspectList label={t('list.title')} items={items} more={more} />}
    </Panel>
  );
}
