import type { RecommendationsFileQuery } from '@num-ecard/contracts/referral';
import type { DataSource, EntityManager } from 'typeorm';
import type { RecommendationFilter } from './recommendation-filter.js';
import { type RecommendationRow, ROW_COLUMNS, ROW_JOINS } from './recommendation-row.js';

/** One recommendation as a file has it: with what the list leaves to the record. */
export interface WrittenRow extends RecommendationRow {
  readonly relation: string | null;
  readonly message: string | null;
  readonly consentAt: Date | null;
}

export interface Batch {
  readonly limit: number;
  /** The last row of the batch before. */
  readonly after: Pick<WrittenRow, 'receivedAtExactly' | 'id'> | undefined;
}

/** A batch of what the list shows, in its order. */
export async function recommendationRows(
  source: DataSource | EntityManager,
  { where, values }: RecommendationFilter,
  { status, sort }: Pick<RecommendationsFileQuery, 'status' | 'sort'>,
  { limit, after }: Batch,
): Promise<WrittenRow[]> {
  const bound = [...values];
  const bind = (value: unknown, type: string): string => `$${bound.push(value)}::${type}`;
  const [direction, sign] = sort === 'latest' ? ['DESC', '<'] : ['ASC', '>'];
  const ofStatus = status === undefined ? '' : `AND r.status = ${bind(status, 'text')}`;
  const beyond =
    after === undefined
      ? ''
      : `AND (r.received_at, r.recommendation_id)
           ${sign} (${bind(after.receivedAtExactly, 'timestamptz')}, ${bind(after.id, 'uuid')})`;
  const order = `ORDER BY r.received_at ${direction}, r.recommendation_id ${direction}`;
  return source.query<WrittenRow[]>(
    `SELECT ${ROW_COLUMNS}, r.relation, r.message, r.consent_at AS "consentAt"
       FROM (SELECT r.* FROM recommendations r
              WHERE ${where} ${ofStatus} ${beyond} ${order} LIMIT ${bind(limit, 'integer')}) r ${ROW_JOINS} ${order}`,
    bound,
  );
}
