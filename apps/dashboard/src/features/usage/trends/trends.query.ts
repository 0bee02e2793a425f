import { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { reportQuery } from '../report.query';
import type { UsageView } from '../usage-view';

/** `GET …/stats/trends` */
export function trendsQuery(view: UsageView) {
  return reportQuery('trends', UsageTrends, view, { interval: view.interval });
}
