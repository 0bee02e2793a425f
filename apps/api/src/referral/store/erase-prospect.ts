import { type EntityManager, IsNull } from 'typeorm';
import { recordSearchText } from '../rules/record-search-text.js';
import { Ambassador } from './ambassador.entity.js';
import { changeRecommendation, type NewHistoryEntry } from './change-recommendation.js';
import { RecommendationHistory } from './recommendation-history.entity.js';
import { RecommendationReminder } from './recommendation-reminder.entity.js';
import { Recommendation } from './recommendation.entity.js';

/** What of a recommendation is the prospect's, emptied. */
const NOBODY = {
  prospectName: null,
  prospectPhone: null,
  prospectEmail: null,
  prospectCompany: null,
  relation: null,
  message: null,
} as const;

/**
 * Erases what is personal of a prospect, on every recommendation of the same person: names, contacts, what was written about them. The
 * records stay, so that counts are as they were.
 */
export async function eraseProspect(
  manager: EntityManager,
  { accountId, prospectId }: Pick<Recommendation, 'accountId' | 'prospectId'>,
  actor: NewHistoryEntry['actor'],
  now: Date,
): Promise<void> {
  const records = await manager.find(Recommendation, {
    where: { accountId, prospectId, erasedAt: IsNull() },
    order: { id: 'ASC' },
  });
  for (const record of records) await eraseRecord(manager, record, actor, now);
}

/** The same on one recommendation alone. Erased again, it changes nothing. */
export async function eraseRecord(
  manager: EntityManager,
  { accountId, id }: Pick<Recommendation, 'accountId' | 'id'>,
  actor: NewHistoryEntry['actor'],
  now: Date,
): Promise<void> {
  const { ambassadorId } = await manager.findOneByOrFail(Recommendation, { accountId, id });
  const ambassador = await manager.findOneByOrFail(Ambassador, { accountId, id: ambassadorId });
  await changeRecommendation(manager, { accountId, id }, now, ({ erasedAt, ambassadorName }) =>
    erasedAt === null
      ? {
          columns: {
            ...NOBODY,
            erasedAt: now,
            searchText: recordSearchText({ id, ambassadorName, ...NOBODY }, ambassador),
          },
          entries: [{ kind: 'erasure', actor }],
        }
      : null,
  );
  const of = { accountId, recommendationId: id };
  await manager.update(RecommendationHistory, of, { note: null });
  await manager.update(RecommendationReminder, of, { text: null });
}
