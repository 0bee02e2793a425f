import { Skeleton } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { OverviewPage } from '../features/overview/overview-page';
import { meQuery } from '../features/session/me.query';
import { LinkAnchor } from '../ui/router-link';
import { usePageView } from './use-usage-view';
import { fetchCode } from '../lib/fetch-code';
import { Part } from '../ui/part';

// Comes after the day's figures.
const TrendGlance = lazy(() =>
  fetchCode(() =>
    import('../features/usage/trends/trend-glance').then((module) => ({ default: module.TrendGlance })),
  ),
);

/** The evening's figures; and the last weeks, where the model has them. */
export function OverviewRoute() {
  const { t } = useTranslation();
  const view = usePageView();
  const { features } = useSuspenseQuery(meQuery).data;
  return (
    <OverviewPage account={view.account} scope={view.scope} today={view.today}>
      {features.includes('usage.trends') && (
        <Part fallback={<Skeleton h="var(--num-glance-height)" />}>
          <TrendGlance
            view={view}
            more={
              <LinkAnchor to="/trends" search={(before) => before} size="sm">
                {t('overview.trends')}
              </LinkAnchor>
            }
          />
        </Part>
      )}
    </OverviewPage>
  );
}
