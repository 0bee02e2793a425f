import { UsageClicks, UsageDevices, UsageEngagement, UsageHours } from '@num-ecard/contracts/usage';
import { reportQuery } from '../report.query';
import type { UsageView } from '../usage-view';

/** `GET …/stats/clicks` */
export function clicksQuery(view: UsageView) {
  return reportQuery('clicks', UsageClicks, view);
}

/** `GET …/stats/engagement` */
export function engagementQuery(view: UsageView) {
  return reportQuery('engagement', UsageEngagement, view);
}

/** `GET …/stats/devices` */
export function devicesQuery(view: UsageView) {
  return reportQuery('devices', UsageDevices, view);
}

/** `GET …/stats/hours` */
export function hoursQuery(view: UsageView) {
  return reportQuery('hours', UsageHours, view);
}
