import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import type { DataSource, EntityManager } from 'typeorm';
import type { RecommendationFilter } from './recommendation-filter.js';

/** How many recommendations of each status a filter leaves; a status without any has no row. */
export async function statusCounts(
  source: DataSource | EntityManager,
  { where, values }: RecommendationFilter,
): Promise<{ status: Status; count: number }[]> {
  return source.query(
    `SELECT r.status, count(*)::integer AS count FROM recommendations r WHERE ${where} GROUP BY r.status`,
    [...values],
  );
}
