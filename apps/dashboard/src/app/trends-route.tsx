import { TrendsPage } from '../features/usage/trends/trends-page';
import { TrendsSample } from '../features/usage/trends/trends-sample';
import { UsagePage } from './usage-page';

export function TrendsRoute() {
  return <UsagePage name="trends" Page={TrendsPage} Sample={TrendsSample} />;
}
