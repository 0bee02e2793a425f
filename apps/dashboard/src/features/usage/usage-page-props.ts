import type { UsageSearch } from '../../lib/usage-search';
import type { UsageView } from './usage-view';

/** What every usage screen is given. */
export interface UsagePageProps {
  readonly view: UsageView;
  /** Changes what the address asks for. */
  onChange(changed: Partial<UsageSearch>): void;
}
