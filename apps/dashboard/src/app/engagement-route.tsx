import { EngagementPage } from '../features/usage/engagement/engagement-page';
import { EngagementSample } from '../features/usage/engagement/engagement-sample';
import { UsagePage } from './usage-page';

export function EngagementRoute() {
  return <UsagePage name="engagement" Page={EngagementPage} Sample={EngagementSample} />;
}
