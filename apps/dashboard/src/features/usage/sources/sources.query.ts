import { UsageSources } from '@num-ecard/contracts/usage';
import { reportQuery } from '../report.query';
import type { UsageView } from '../usage-view';

/** `GET …/stats/sources` */
export function sourcesQuery(view: UsageView) {
  return reportQuery('sources', UsageSources, view);
}
