import { SourcesPage } from '../features/usage/sources/sources-page';
import { SourcesSample } from '../features/usage/sources/sources-sample';
import { UsagePage } from './usage-page';

export function SourcesRoute() {
  return <UsagePage name="sources" Page={SourcesPage} Sample={SourcesSample} />;
}
