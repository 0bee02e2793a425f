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

/** One recommendation as a file has it: with what the list leaves to the record. */
export interface WrittenRow extends RecommendationRow {
  readonly relation: string | null;
  readonly message: string | null;
  readonly consentAt: Date | null;
}

const COLUMNS = {
  list: ROW_COLUMNS,
  file: `${ROW_COLUMNS}, r.relation, r.message, r.consent_at AS "consentAt"`,
} as const;
interface Rows {
  readonly list: RecommendationRow;
  readonly file: WrittenRow;
}

/** The recommendations that a filter leaves, in the order in which they came, as a list or a file has them. */
export async function recommendationPage<Reader extends keyof Rows>(
  source: DataSource | EntityManager,
  { where, values }: RecommendationFilter,
  { status, sort, limit, after }: RecommendationPage,
  reader: Reader,
): Promise<Rows[Reader][]> {
  const bound = [...values];
  const bind = (value: unknown, type: string): string => `$${bound.push(value)}::${type}`;
  const [direction, sign] = sort === 'latest' ? ['DESC', '<'] : ['ASC', '>'];
  const ofStatus = status === undefined ? '' : `AND r.status = ${bind(status, 'text')}`;
  const beyond =
    after === undefined
      ? ''
      : `AND (r.received_at, r.recommendation_id) ${sign} (${bind(after.receivedAt, 'timestamptz')}, ${bind(after.id, 'uuid')})`;
  const order = `ORDER BY r.received_at ${direction}, r.recommendation_id ${direction}`;
  return source.query<Rows[Reader][]>(
    `SELECT ${COLUMNS[reader]}
       FROM (SELECT r.* FROM recommendations r
              WHERE ${where} ${ofStatus} ${beyond} ${order} LIMIT ${bind(limit, 'integer')}) r ${ROW_JOINS} ${order}`,
    bound,
  );
}
