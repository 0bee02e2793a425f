import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import type { DataSource, EntityManager } from 'typeorm';
import type { RecommendationFilter } from './recommendation-filter.js';
import { type RecommendationRow, ROW_COLUMNS, ROW_JOINS } from './recommendation-row.js';

/** Where a page ended. */
export interface RecommendationPlace {
  /** To the microsecond. */
  readonly receivedAt: string;
  readonly id: string;
}

export interface RecommendationPage {
  readonly status: Status | undefined;
  readonly sort: 'latest' | 'oldest';
  readonly limit: number;
  readonly after: RecommendationPlace | undefined;
}

/** The recommendations that a filter leaves, in the order in which they came. */
export async function recommendationPage(
  source: DataSource | EntityManager,
  { where, values }: RecommendationFilter,
  { status, sort, limit, after }: RecommendationPage,
): Promise<RecommendationRow[]> {
  const bound = [...values];
  const bind = (value: unknown, type: string): string => `$${bound.push(value)}::${type}`;
  const [direction, sign] = sort === 'latest' ? ['DESC', '<'] : ['ASC', '>'];
  const ofStatus = status === undefined ? '' : `AND r.status = ${bind(status, 'text')}`;
  const beyond =
    after === undefined
      ? ''
      : `AND (r.received_at, r.recommendation_id) ${sign} (${bind(after.receivedAt, 'timestamptz')}, ${bind(after.id, 'uuid')})`;
  const order = `ORDER BY r.received_at ${direction}, r.recommendation_id ${direction}`;
  return source.query<RecommendationRow[]>(
    `SELECT ${ROW_COLUMNS}
       FROM (SELECT r.* FROM recommendations r
              WHERE ${where} ${ofStatus} ${beyond} ${order} LIMIT ${bind(limit, 'integer')}) r ${ROW_JOINS} ${order}`,
    bound,
  );
}
