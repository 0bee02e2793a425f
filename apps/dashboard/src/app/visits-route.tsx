import { VisitsPage } from '../features/usage/visits/visits-page';
import { VisitsSample } from '../features/usage/visits/visits-sample';
import { UsagePage } from './usage-page';

export function VisitsRoute() {
  return <UsagePage name="visits" Page={VisitsPage} compares={false} Sample={VisitsSample} />;
}
