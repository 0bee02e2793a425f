import type { EntityManager } from 'typeorm';
import { recordSearchText } from '../rules/record-search-text.js';
import { Ambassador } from './ambassador.entity.js';
import { announce } from './change-recommendation.js';
import { Recommendation } from './recommendation.entity.js';

/**
 * Erases what is personal of an ambassador: on their own row, and where they named themselves on a form. What they recommended stays and
 * counts as before.
 */
export async function eraseAmbassador(
  manager: EntityManager,
  { accountId, id }: Pick<Ambassador, 'accountId' | 'id'>,
  now: Date,
): Promise<void> {
  const nobody = { name: null, email: null, phone: null };
  await manager.update(Ambassador, { accountId, id }, { ...nobody, erasedAt: now });
  const records = await manager.find(Recommendation, {
    where: { accountId, ambassadorId: id },
    order: { id: 'ASC' },
  });
  for (const record of records) {
    record.ambassadorName = null;
    await manager.update(
      Recommendation,
      { accountId, id: record.id },
      {
        ambassadorName: null,
        searchText: record.held === 'objection' ? '' : recordSearchText(record, nobody),
        revision: record.revision + 1,
      },
    );
  }
  await announce(
    manager,
    accountId,
    records.map((record) => record.id),
  );
}
