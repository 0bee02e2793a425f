import { NOTICE_FEATURES, NOTICE_KINDS } from '@num-ecard/contracts/notices';
import type { Feature } from '@num-ecard/contracts/plans';
import { type EntityManager, In } from 'typeorm';
import { Notice } from './notice.entity.js';

/** Deletes what was told of one card by a feature. */
export async function forgetNotices(
  manager: EntityManager,
  accountId: string,
  cardId: string,
  feature: Feature,
): Promise<void> {
  const kinds = NOTICE_KINDS.filter((kind) => NOTICE_FEATURES[kind] === feature);
  await manager.delete(Notice, { accountId, cardId, kind: In(kinds) });
}
