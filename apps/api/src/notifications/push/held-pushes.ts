import type { NoticeKind } from '@num-ecard/contracts/notices';
import type { EntityManager } from 'typeorm';
import { addHeld } from './add-held.js';
import { PushHeld } from './push-held.entity.js';
import type { PushMessage } from './push-message.js';

/** What would be let go so late after its time has lost what lets it go. */
const LOST_MS = 3_600_000;

/**
 * Puts an alert to the others of its kind that wait for the end of the quiet hours.
 * @returns whether it is the first, which must see to it that they are let go
 */
export async function holdPush(
  manager: EntityManager,
  message: PushMessage,
  until: Date,
  now: Date,
): Promise<boolean> {
  const { accountId, subscriptionId, kind, path, counts, notices } = message;
  const key = { accountId, subscriptionId, kind };
  // Not while the browser is being removed: what is held of it would have nothing to belong to.
  const [browser] = await manager.query<unknown[]>(
    'SELECT 1 FROM push_subscriptions WHERE account_id = $1 AND subscription_id = $2 FOR KEY SHARE',
    [accountId, subscriptionId],
  );
  if (browser === undefined) return false;
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(PushHeld)
    .values({ ...key, path, counts, notices, until })
    .orIgnore()
    .returning('kind')
    .execute();
  if ((raw as unknown[]).length > 0) return true;
  const held = await manager.findOneOrFail(PushHeld, { where: key, lock: { mode: 'pessimistic_write' } });
  const isLost = held.until.getTime() + LOST_MS < now.getTime();
  await manager.update(PushHeld, key, {
    ...addHeld(kind, held, { path, counts, notices }),
    ...(isLost ? { until } : {}),
  });
  return isLost;
}

/** Takes out what was held of a kind, as one alert. */
export async function takeHeld(
  manager: EntityManager,
  accountId: string,
  subscriptionId: string,
  kind: NoticeKind,
): Promise<Pick<PushHeld, 'path' | 'counts' | 'notices'> | undefined> {
  const [rows] = await manager.query<[Pick<PushHeld, 'path' | 'counts' | 'notices'>[], number]>(
    `DELETE FROM push_held WHERE account_id = $1 AND subscription_id = $2 AND kind = $3
     RETURNING path, counts, notices`,
    [accountId, subscriptionId, kind],
  );
  return rows[0];
}
