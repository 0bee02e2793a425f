import type { NoticeKind } from '@num-ecard/contracts/notices';
import type { Plan } from '@num-ecard/contracts/plans';
import type { EntityManager } from 'typeorm';

/** The account's model, and which kinds its owner wants, whether or not the model has them. */
export interface ToldAccount {
  readonly plan: Plan;
  readonly wanted: Readonly<Record<NoticeKind, boolean>>;
}

/** Undefined when the account is gone. */
export async function toldAccount(
  manager: EntityManager,
  accountId: string,
): Promise<ToldAccount | undefined> {
  const [account] = await manager.query<ToldAccount[]>(
    `SELECT plan, jsonb_build_object('visits', notify_visits, 'unusual', notify_unusual,
                                     'first-link-visit', notify_first_link_visit,
                                     'recommendation', notify_recommendation) AS wanted
       FROM accounts WHERE account_id = $1`,
    [accountId],
  );
  return account;
}
