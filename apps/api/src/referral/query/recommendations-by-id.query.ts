import type { DataSource } from 'typeorm';
import { type RecommendationRow, ROW_COLUMNS, ROW_JOINS } from './recommendation-row.js';

/** Those of an account, in no order. */
export async function recommendationsById(
  dataSource: DataSource,
  accountId: string,
  ids: readonly string[],
): Promise<RecommendationRow[]> {
  return dataSource.query<RecommendationRow[]>(
    `SELECT ${ROW_COLUMNS} FROM recommendations r ${ROW_JOINS}
      WHERE r.account_id = $1 AND r.recommendation_id = ANY ($2::uuid[]) AND r.held IS NULL`,
    [accountId, ids],
  );
}
