import { type EntityManager, IsNull, Not } from 'typeorm';
import { withdrawMail } from '../../notifications/outbox.js';
import { Ambassador } from './ambassador.entity.js';
import { announce } from './change-recommendation.js';
import { Recommendation } from './recommendation.entity.js';
import { ReferralLink } from './referral-link.entity.js';
import { lockReferrals } from './referral-lock.js';
import { saveSearchTexts } from './save-search-texts.js';

/**
 * Erases an ambassador, within the caller's transaction: who they are, in their own row and in what they recommended, and their
 * personal link. What they recommended still counts, as of somebody without a name.
 */
export async function eraseAmbassador(
  manager: EntityManager,
  { accountId, id }: { accountId: string; id: string },
  now: Date,
): Promise<void> {
  // First of all: who is recommending by them in this moment is waited for, and seen.
  await lockReferrals(manager, accountId);
  const records = await manager.find(Recommendation, {
    where: { accountId, ambassadorId: id },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  const erased = { name: null, email: null, phone: null };
  await manager.update(Ambassador, { accountId, id }, { ...erased, erasedAt: now });
  await withdrawMail(manager, id);
  // Their own page stays, to say that it is done.
  await manager.delete(ReferralLink, { accountId, kind: 'personal', subjectId: id });
  for (const record of records) record.ambassadorName = null;
  await manager.query(
    `UPDATE recommendations SET ambassador_name = NULL, revision = revision + 1
      WHERE account_id = $1 AND ambassador_id = $2`,
    [accountId, id],
  );
  await saveSearchTexts(manager, records, erased);
  const listed = records.filter(({ held }) => held === null).map((record) => record.id);
  await announce(manager, accountId, listed);
}

/** The same for the ambassador of what was not let through, unless they are known otherwise: then only for this one. */
export async function eraseUnknownAmbassador(
  manager: EntityManager,
  { accountId, id, ambassadorId }: Pick<Recommendation, 'accountId' | 'id' | 'ambassadorId'>,
  now: Date,
): Promise<void> {
  const isKnown =
    (await manager.existsBy(Recommendation, [
      { accountId, ambassadorId, id: Not(id), held: 'suspicious' },
      { accountId, ambassadorId, id: Not(id), held: IsNull() },
    ])) || (await manager.existsBy(ReferralLink, { accountId, kind: 'personal', subjectId: ambassadorId }));
  if (isKnown) await manager.update(Recommendation, { accountId, id }, { ambassadorName: null });
  else await eraseAmbassador(manager, { accountId, id: ambassadorId }, now);
}
