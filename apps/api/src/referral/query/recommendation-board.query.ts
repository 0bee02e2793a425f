import { STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import type { DataSource } from 'typeorm';
import type { RecommendationFilter } from './recommendation-filter.js';
import { type RecommendationRow, ROW_COLUMNS, ROW_JOINS } from './recommendation-row.js';

/** The latest of each status that a filter leaves, so many of each. */
export async function recommendationBoard(
  dataSource: DataSource,
  { where, values }: RecommendationFilter,
  limit: number,
): Promise<RecommendationRow[]> {
  const bound = [...values];
  const bind = (value: unknown, type: string): string => `$${bound.push(value)}::${type}`;
  return dataSource.query<RecommendationRow[]>(
    `SELECT ${ROW_COLUMNS}
       FROM unnest(${bind(STATUSES, 'text[]')}) AS wanted (status)
      CROSS JOIN LATERAL (
            SELECT r.* FROM recommendations r
             WHERE ${where} AND r.status = wanted.status
             ORDER BY r.received_at DESC, r.recommendation_id DESC
             LIMIT ${bind(limit, 'integer')}) r ${ROW_JOINS}
      ORDER BY r.received_at DESC, r.recommendation_id DESC`,
    bound,
  );
}
