import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccount } from './operator.mjs';

const CREATED_AT_ONCE = 4;

/** Accounts as the operator makes them; answers when their invitations have left. */
export async function createAccounts(api, database, count, { cards = 1, plan = 'essentiel' } = {}) {
  const accounts = [];
  const one = async () => {
    while (accounts.length < count) {
      const place = accounts.push(undefined) - 1;
      accounts[place] = await createAccount(api, { cards, plan });
    }
  };
  await Promise.all(Array.from({ length: CREATED_AT_ONCE }, one));
  for (let waiting = 1; waiting > 0; await sleep(500)) {
    const { rows } = await database.query(
      `SELECT count(*)::integer AS waiting FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name LIKE '%mail%'`,
    );
    waiting = rows[0].waiting;
  }
  return accounts;
}

/**
 * Signs owners in without a password, which a thousand times would be minutes of hashing: a session of theirs, and the cookie that
 * better-auth would have signed for it.
 * @returns {Promise<string[]>} cookie headers
 */
export async function cookiesFor(database, accountIds, secretKey) {
  const tokens = accountIds.map(() => randomBytes(24).toString('base64url'));
  await database.query(
    `INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at)
     SELECT wanted.id, users.id, wanted.token, now() + interval '60 days', now(), now()
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS wanted (id, account_id, token)
       JOIN users ON users.account_id = wanted.account_id`,
    [tokens.map(() => randomUUID()), accountIds, tokens],
  );
  return tokens.map((token) => {
    const signature = createHmac('sha256', secretKey).update(token).digest('base64');
    return `num-ecard.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  });
}
