import type { EntityManager } from 'typeorm';
import { NotFound } from '../../http/problem-error.js';
import { LIVE_CHANNEL, liveNotices } from '../../notifications/live/live-streams.js';
import { retentionOf } from '../rules/retention.js';
import { RecommendationHistory } from './recommendation-history.entity.js';
import { Recommendation } from './recommendation.entity.js';

/** The live streams' name for referrals. Its keys are ids of changed records; of a new one, `new:` and its id. */
export const REFERRAL = 'referral';

/** One more entry of a history; its number is given when it is added. */
export type NewHistoryEntry = Pick<RecommendationHistory, 'kind' | 'actor'> &
  Partial<Omit<RecommendationHistory, 'accountId' | 'recommendationId' | 'number' | 'at'>>;

export interface RecommendationChange {
  readonly columns?: Partial<Omit<Recommendation, 'accountId' | 'id' | 'revision' | 'eraseAt'>>;
  readonly entries: readonly NewHistoryEntry[];
}

/**
 * Changes one recommendation and adds to its history, within the caller's transaction. Whoever else wants to change it waits, and is
 * then shown what has become of it.
 * @param decide what is to change, from the record and its history (oldest first); null, or throwing, changes nothing
 * @returns whether anything has changed
 * @throws {NotFound} when the account has no such recommendation
 */
export async function changeRecommendation(
  manager: EntityManager,
  { accountId, id }: { accountId: string; id: string },
  now: Date,
  decide: (record: Recommendation, history: readonly RecommendationHistory[]) => RecommendationChange | null,
): Promise<boolean> {
  const record = await manager.findOne(Recommendation, {
    where: { accountId, id },
    lock: { mode: 'for_no_key_update' },
  });
  if (record === null) throw new NotFound('There is no such recommendation.');
  const history = await manager.find(RecommendationHistory, {
    where: { accountId, recommendationId: id },
    order: { number: 'ASC' },
  });
  const change = decide(record, history);
  if (change === null) return false;
  const { columns = {}, entries } = change;
  const changed = Object.assign(record, columns);
  await manager.update(
    Recommendation,
    { accountId, id },
    {
      ...columns,
      revision: changed.revision + 1,
      eraseAt: changed.erasedAt === null ? retentionOf(changed).eraseAt : null,
    },
  );
  const last = history.at(-1)?.number ?? 0;
  await manager.insert(
    RecommendationHistory,
    entries.map((entry, index) =>
      Object.assign(entry, { accountId, recommendationId: id, number: last + index + 1, at: now }),
    ),
  );
  await announce(manager, accountId, [id]);
  return true;
}

/** Tells the account's open streams, if and when the transaction commits. */
export async function announce(
  manager: EntityManager,
  accountId: string,
  keys: readonly string[],
): Promise<void> {
  for (const notice of liveNotices(REFERRAL, accountId, keys))
    await manager.query('SELECT pg_notify($1, $2)', [LIVE_CHANNEL, notice]);
}
