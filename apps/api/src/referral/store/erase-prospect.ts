import { type EntityManager, type FindOptionsWhere, In, LessThanOrEqual } from 'typeorm';
import { withdrawMail } from '../../notifications/outbox.js';
import { recordSearchText } from '../rules/record-search-text.js';
import { Ambassador } from './ambassador.entity.js';
import { announce } from './change-recommendation.js';
import { eraseUnknownAmbassador } from './erase-ambassador.js';
import { RecommendationHistory } from './recommendation-history.entity.js';
import { RecommendationReminder } from './recommendation-reminder.entity.js';
import { Recommendation } from './recommendation.entity.js';
import { lockReferrals } from './referral-lock.js';

export type Eraser = RecommendationHistory['actor'];

/**
 * Erases a prospect from every recommendation of them, within the caller's transaction; those already erased stay as they are. What is
 * counted, when and by whom, stays.
 * @param id of any recommendation of theirs
 */
export async function eraseProspect(
  manager: EntityManager,
  { accountId, id }: { accountId: string; id: string },
  by: Eraser,
  now: Date,
): Promise<void> {
  await lockReferrals(manager, accountId);
  const { prospectId } = await manager.findOneByOrFail(Recommendation, { accountId, id });
  const theirs = await manager.find(Recommendation, {
    select: { id: true },
    where: { accountId, prospectId },
  });
  await eraseRecommendations(
    manager,
    accountId,
    theirs.map((one) => one.id),
    by,
    now,
  );
}

/** The same for single recommendations, whoever else recommended the prospect. */
export async function eraseRecommendations(
  manager: EntityManager,
  accountId: string,
  ids: readonly string[],
  by: Eraser,
  now: Date,
): Promise<void> {
  await erase(manager, { accountId, id: In([...ids]) }, by, now);
}

/** One recommendation whose data has reached its age, unless somebody has done something with it that lets it live longer. */
export async function eraseDue(
  manager: EntityManager,
  { accountId, id }: { accountId: string; id: string },
  now: Date,
): Promise<void> {
  // Asked again of the record once it is locked.
  await erase(manager, { accountId, id, eraseAt: LessThanOrEqual(now) }, 'system', now);
}

async function erase(
  manager: EntityManager,
  where: FindOptionsWhere<Recommendation> & { accountId: string },
  by: Eraser,
  now: Date,
): Promise<void> {
  const { accountId } = where;
  await lockReferrals(manager, accountId);
  const records = await manager.find(Recommendation, { where, lock: { mode: 'for_no_key_update' } });
  const left = records.filter(({ erasedAt }) => erasedAt === null);
  for (const record of left) await eraseOne(manager, record, by, now);
  const listed = left.filter(({ held }) => held === null).map(({ id }) => id);
  await announce(manager, accountId, listed);
}

async function eraseOne(
  manager: EntityManager,
  record: Recommendation,
  by: Eraser,
  now: Date,
): Promise<void> {
  const { accountId, id, held } = record;
  const ambassador = await manager.findOneByOrFail(Ambassador, { accountId, id: record.ambassadorId });
  const emptied = {
    prospectName: null,
    prospectPhone: null,
    prospectEmail: null,
    prospectCompany: null,
    relation: null,
    message: null,
  };
  await manager.update(
    Recommendation,
    { accountId, id },
    {
      ...emptied,
      searchText: recordSearchText(Object.assign(record, emptied), ambassador),
      revision: record.revision + 1,
      eraseAt: null,
      erasedAt: now,
      // Nobody is left for the owner to look at.
      ...(held === 'suspicious' ? { held: 'refused' } : {}),
    },
  );
  if (held !== null) await eraseUnknownAmbassador(manager, record, now);
  await withdrawMail(manager, id);
  const ofRecord = { accountId, recommendationId: id };
  await manager.update(RecommendationHistory, ofRecord, { note: null });
  await manager.update(RecommendationReminder, ofRecord, { text: null });
  const last = await manager.maximum(RecommendationHistory, 'number', ofRecord);
  await manager.insert(RecommendationHistory, {
    ...ofRecord,
    number: (last ?? 0) + 1,
    kind: 'erasure',
    actor: by,
    at: now,
  });
}
