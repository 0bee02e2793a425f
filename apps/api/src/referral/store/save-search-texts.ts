import type { EntityManager } from 'typeorm';
import { recordSearchText, type SearchedAmbassador } from '../rules/record-search-text.js';
import type { Recommendation } from './recommendation.entity.js';

/** Tells anew what records of one ambassador are found by, once something of the ambassador has changed. */
export async function saveSearchTexts(
  manager: EntityManager,
  records: readonly Recommendation[],
  ambassador: SearchedAmbassador,
): Promise<void> {
  const [first] = records;
  if (first === undefined) return;
  await manager.query(
    `UPDATE recommendations r SET search_text = t.text
       FROM unnest($2::uuid[], $3::text[]) AS t (id, text)
      WHERE r.account_id = $1 AND r.recommendation_id = t.id`,
    [
      first.accountId,
      records.map(({ id }) => id),
      records.map((record) => (record.held === 'objection' ? '' : recordSearchText(record, ambassador))),
    ],
  );
}
