import { UsageGeography } from '@num-ecard/contracts/usage';
import { reportQuery } from '../report.query';
import type { UsageView } from '../usage-view';

/** `GET …/stats/geography` */
export function placesQuery(view: UsageView) {
  return reportQuery('geography', UsageGeography, view);
}
