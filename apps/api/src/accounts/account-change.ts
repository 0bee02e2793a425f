import type { EntityManager } from 'typeorm';
import { NotFound } from '../http/problem-error.js';
import { Account } from './account.entity.js';

/** What may be changed; a part that is undefined stays as it is. */
type Change = { readonly [Key in keyof Account]?: Account[Key] | undefined };

/** The account, which nobody else changes until the transaction ends. @throws {NotFound} */
export async function lockAccount(manager: EntityManager, id: string): Promise<Account> {
  const account = await manager.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (account === null) throw new NotFound('There is no such account.');
  return account;
}

/** Saves a change of a locked account. In another time zone its days are other ones: they are counted anew. */
export function saveChange(manager: EntityManager, account: Account, change: Change): Promise<Account> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const usageIsStale = change.timezone !== undefined && change.timezone !== account.timezone;
  return manager.save(Object.assign(account, given, usageIsStale ? { usageIsStale } : {}));
}
