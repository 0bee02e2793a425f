import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { UsageSummaryRow } from '../query/usage-summary.query.js';

/** @param row its targets most clicked first */
export function summary({
  views,
  viewsToday,
  lastVisitAt,
  targets,
}: Omit<UsageSummaryRow, 'cardId'>): UsageSummary {
  const clicked = new Set(targets.map(({ target }) => target));
  const neverClicked = CONTACT_TARGETS.filter((target) => !clicked.has(target));
  return {
    views: { total: views, today: viewsToday },
    clicks: {
      total: targets.reduce((sum, { total }) => sum + total, 0),
      today: targets.reduce((sum, { today }) => sum + today, 0),
      byTarget: [...targets, ...neverClicked.map((target) => ({ target, total: 0, today: 0 }))],
    },
    lastVisitAt: lastVisitAt?.toISOString() ?? null,
  };
}
