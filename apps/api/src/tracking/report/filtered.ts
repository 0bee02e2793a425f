import type { UsageFiltered } from '@num-ecard/contracts/usage';
import { DROP_REASONS } from '@num-ecard/contracts/usage-vocabulary';
import type { KeyFigures } from '../query/usage-breakdown.query.js';

/** @param rows views and clicks that were dropped, by reason */
export function filtered(rows: readonly KeyFigures[]): Pick<UsageFiltered, 'views' | 'clicks' | 'reasons'> {
  const found = new Map(rows.map((row) => [row.key, row]));
  const reasons = DROP_REASONS.map((reason) => {
    const { views = 0, clicks = 0 } = found.get(reason) ?? {};
    return { reason, views, clicks };
  });
  return {
    views: reasons.reduce((sum, { views }) => sum + views, 0),
    clicks: reasons.reduce((sum, { clicks }) => sum + clicks, 0),
    reasons,
  };
}
