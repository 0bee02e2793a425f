import '../../../locales/visits';
import { Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EVERY_CARD } from '../../../lib/usage-search';
import { Panel } from '../../../ui/panel';
import type { UsagePageProps } from '../usage-page-props';
import { FilteredList } from './filtered-list';
import { VisitList } from './visit-list';
import { filteredQuery, visitsQuery } from './visits.query';

/** Who has just opened the card, and what was not counted. */
export function VisitsPage({ view }: UsagePageProps) {
  const { t } = useTranslation('visits');
  const visits = useInfiniteQuery(visitsQuery(view));
  const filtered = useQuery(filteredQuery(view));
  const { data, error, isError, isFetching, isPlaceholderData, refetch } = visits;
  const more = visits.hasNextPage
    ? {
        failed: visits.isFetchNextPageError,
        loading: visits.isFetchingNextPage,
        load: () => void visits.fetchNextPage(),
      }
    : undefined;
  return (
    <Stack gap="lg">
      <Panel
        title={t('title')}
        hint={t('hint')}
        height="var(--num-visits-height)"
        // What failed to come after the pages that are there is said where it would be.
        query={{
          data,
          error,
          isError: isError && !visits.isFetchNextPageError,
          isFetching,
          isPlaceholderData,
          refetch,
        }}
        isEmpty={({ pages }) => pages[0]?.visits.length === 0}
      >
        {({ pages }) => (
          <VisitList
            key={view.range.from}
            pages={pages}
            timeZone={view.account.timezone}
            today={view.today}
            withCard={view.scope === EVERY_CARD}
            more={more}
          />
        )}
      </Panel>
      <Panel
        title={t('filtered.title')}
        hint={t('filtered.hint')}
        query={filtered}
        height="var(--num-filtered-height)"
      >
        {(answer) => <FilteredList filtered={answer} />}
      </Panel>
    </Stack>
  );
}
