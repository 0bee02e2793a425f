import type { CardProfile } from '@num-ecard/contracts/cards';
import type { Plan } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';

/** What anybody may see of a card. */
export interface PublicCard {
  readonly accountId: string;
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly profile: CardProfile;
  readonly revisedAt: Date;
  readonly plan: Plan;
  readonly demo: boolean;
  readonly photoVersion: string | null;
}

/** The card at an address, or undefined. */
export async function publicCard(dataSource: DataSource, slug: string): Promise<PublicCard | undefined> {
  const rows = await dataSource.sql<PublicCard[]>`
    SELECT c.account_id AS "accountId", c.card_id AS "id", c.slug, c.title, c.profile, c.revised_at AS "revisedAt",
           a.plan, a.demo_until IS NOT NULL AS "demo", p.version AS "photoVersion"
      FROM card_addresses ca
      JOIN cards c ON c.account_id = ca.account_id AND c.card_id = ca.card_id
      JOIN accounts a ON a.account_id = c.account_id
      LEFT JOIN card_photos p ON p.account_id = c.account_id AND p.card_id = c.card_id
     WHERE ca.slug = ${slug}`;
  return rows[0];
}
