import type { Feature } from '@num-ecard/contracts/plans';
import type { SettingsChange } from '@num-ecard/contracts/settings';

/** The features whose settings a change touches. */
export function featuresTouched({ report, notifications, referral }: SettingsChange): Feature[] {
  const { recommendation, ...ofUsage } = notifications ?? {};
  const touched: Feature[] = [];
  if (Object.keys(report ?? {}).length > 0) touched.push('report.monthly');
  if (Object.keys(ofUsage).length > 0) touched.push('usage.notifications');
  if (recommendation !== undefined || Object.keys(referral ?? {}).length > 0) touched.push('referral');
  return touched;
}
