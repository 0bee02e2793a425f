import '../../../locales/trends';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { daysOf } from '../../../lib/period';
import { Panel } from '../../../ui/panel';
import type { UsageView } from '../usage-view';
import { TrendChart } from './trend-chart';
import { trendPoints } from './trend-points';
import { trendsQuery } from './trends.query';

/** The visits of the last 30 days, below the day's figures. */
export function TrendGlance({ view }: { view: UsageView }) {
  const { t } = useTranslation('trends');
  const range = daysOf('30d', view.today);
  const query = useQuery(trendsQuery({ ...view, range, interval: 'day', compare: 'previous' }));
  return (
    <Panel title={t('glance')} query={query} height="var(--num-glance-height)">
      {(data) => <TrendChart label={t('glance')} points={trendPoints(data, 'views')} interval="day" />}
    </Panel>
  );
}
