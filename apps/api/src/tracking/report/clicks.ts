import type { UsageClicks } from '@num-ecard/contracts/usage';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { KeyFigures } from '../query/usage-breakdown.query.js';
import type { Figures } from '../query/usage-scope.js';

/**
 * What was pressed, and by how many of the visits.
 * @param rows clicks by target; `views` are the visits with that click
 */
export function clicks(
  { views: visits }: Pick<Figures, 'views'>,
  rows: readonly KeyFigures[],
): Pick<UsageClicks, 'visits' | 'clicks' | 'targets'> {
  const pressed = new Map(rows.map(({ key, views, clicks: count }) => [key, { views, clicks: count }]));
  const targets = [...new Set([...CONTACT_TARGETS, ...pressed.keys()])].map((target) => {
    const { views, clicks: count } = pressed.get(target) ?? { views: 0, clicks: 0 };
    // Visits and rows are read at once from figures that grow: a visit may be in one and not yet in the other.
    const rate = visits === 0 ? null : Math.min(views / visits, 1);
    return { target, clicks: count, visits: views, rate };
  });
  return {
    visits,
    clicks: targets.reduce((sum, target) => sum + target.clicks, 0),
    // Stable: contact buttons keep their order among equals.
    targets: targets.toSorted((a, b) => b.clicks - a.clicks || b.visits - a.visits),
  };
}
