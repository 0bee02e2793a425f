import type { EntityManager } from 'typeorm';

/** How many submissions a card had in the last hour: from one sender, and from all. */
export async function submissionsLastHour(
  manager: EntityManager,
  { accountId, cardId, senderKey }: { accountId: string; cardId: string; senderKey: Buffer },
  now: Date,
): Promise<{ address: number; card: number }> {
  const rows = await manager.query<{ address: number; card: number }[]>(
    `SELECT count(*) FILTER (WHERE sender_key = $3)::int AS address, count(*)::int AS card
       FROM recommendations
      WHERE account_id = $1 AND card_id = $2 AND received_at > $4 AND sender_key IS NOT NULL`,
    [accountId, cardId, senderKey, new Date(now.getTime() - 3_600_000)],
  );
  return rows[0] ?? { address: 0, card: 0 };
}
