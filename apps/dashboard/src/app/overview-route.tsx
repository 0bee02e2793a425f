import { Skeleton } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { OverviewPage } from '../features/overview/overview-page';
import { ExportButton } from '../features/exports/export-button';
import { meQuery } from '../features/session/me.query';
import { daysOf } from '../lib/period';
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
  const { cards, features } = useSuspenseQuery(meQuery).data;
  // Whatever period the other screens show: the last weeks are what stands here.
  const glance = {
    ...view,
    range: daysOf('30d', view.today),
    compare: 'previous',
    interval: 'day',
  } as const;
  return (
    <OverviewPage
      account={view.account}
      scope={view.scope}
      today={view.today}
      actions={<ExportButton view={glance} features={features} cards={cards.length} />}
    >
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
