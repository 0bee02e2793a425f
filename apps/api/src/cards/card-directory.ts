import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** What a beacon needs to know of the card it is for. */
export interface KnownCard {
  readonly accountId: string;
  readonly cardId: string;
  /** The account's time zone: an event's day is a day there. */
  readonly timezone: string;
}

// Long enough to spare a busy card its look-ups, short enough that nobody notices a change arriving late.
const KEPT_MS = 5_000;
const KEPT_AT_MOST = 10_000;

/**
 * Slug → card, kept in memory for a moment because every beacon asks. Unknown slugs are never kept: a new
 * card counts at once. Look-ups of one slug under way at the same time share one query.
 */
@Injectable()
export class CardDirectory {
  private readonly kept = new Map<string, { card: KnownCard; until: number }>();
  private readonly underWay = new Map<string, Promise<KnownCard | undefined>>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(slug: string): Promise<KnownCard | undefined> {
    const kept = this.kept.get(slug);
    if (kept !== undefined && kept.until > performance.now()) return kept.card;
    let look = this.underWay.get(slug);
    if (look === undefined) {
      look = this.look(slug).finally(() => this.underWay.delete(slug));
      this.underWay.set(slug, look);
    }
    return look;
  }

  /** Forgets a card, so that the next beacon asks again. */
  forget(slug: string): void {
    this.kept.delete(slug);
  }

  private async look(slug: string): Promise<KnownCard | undefined> {
    const [card] = await this.dataSource.sql<KnownCard[]>`
      SELECT c.account_id AS "accountId", c.card_id AS "cardId", a.timezone
        FROM card_addresses ca
        JOIN cards c ON c.account_id = ca.account_id AND c.card_id = ca.card_id
        JOIN accounts a ON a.account_id = c.account_id
       WHERE ca.slug = ${slug}`;
    if (card === undefined) this.kept.delete(slug);
    else {
      if (this.kept.size >= KEPT_AT_MOST) this.kept.clear();
      this.kept.set(slug, { card, until: performance.now() + KEPT_MS });
    }
    return card;
  }
}
