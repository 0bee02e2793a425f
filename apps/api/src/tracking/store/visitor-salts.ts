import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { startOfDay } from '../../clocks/local-time.js';

const SALT_BYTES = 32;
/** Counted from the beginning of the day. What destroys them runs every few minutes: within 48 hours they are gone. */
const LIFE_MS = 47.5 * 3_600_000;

/**
 * The random salts under which visitors are told apart, one an account and local day, in the database so that all
 * instances share them and a restart keeps them. Nobody's address can be tried against a day whose salt is destroyed.
 */
@Injectable()
export class VisitorSalts {
  private readonly known = new Map<string, { readonly salt: Buffer; readonly expiresAt: number }>();
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The salt of a day that {@link prepare} has seen to; undefined when it is over. */
  kept(accountId: string, day: string): Buffer | undefined {
    return this.known.get(`${accountId} ${day}`)?.salt;
  }

  /**
   * Sees to it that a day's salt is at hand, unless the day is so long ago that it must not be any more.
   * @returns undefined when there is nothing to wait for
   */
  prepare(accountId: string, day: string, timezone: string, now: Date): Promise<void> | undefined {
    const name = `${accountId} ${day}`;
    const known = this.known.get(name);
    if (known !== undefined) {
      if (known.expiresAt > now.getTime()) return undefined;
      this.known.delete(name);
      return undefined;
    }
    const expiresAt = startOfDay(day, timezone) + LIFE_MS;
    if (expiresAt <= now.getTime()) return undefined;
    let look = this.underWay.get(name);
    if (look === undefined) {
      look = this.share(accountId, day, expiresAt).finally(() => this.underWay.delete(name));
      this.underWay.set(name, look);
    }
    return look;
  }

  /** Destroys what is over: the salts, and the hashes made with them, which are of no use without. */
  async destroyExpired(now: Date): Promise<void> {
    for (const [name, { expiresAt }] of this.known) if (expiresAt <= now.getTime()) this.known.delete(name);
    const over = await this.dataSource.query<{ account_id: string; day: string }[]>(
      'SELECT account_id, day::text FROM visitor_salts WHERE expires_at <= $1',
      [now],
    );
    for (const { account_id: accountId, day } of over) {
      await this.dataSource.sql`DELETE FROM usage_visitors WHERE account_id = ${accountId} AND day <= ${day}`;
      await this.dataSource.sql`DELETE FROM visitor_salts WHERE account_id = ${accountId} AND day = ${day}`;
    }
  }

  private async share(accountId: string, day: string, expiresAt: number): Promise<void> {
    // The first of all instances to ask makes it; whoever comes second reads it.
    await this.dataSource.sql`
      INSERT INTO visitor_salts (account_id, day, salt, expires_at)
      SELECT account_id, ${day}, ${randomBytes(SALT_BYTES)}, ${new Date(expiresAt)}
        FROM accounts WHERE account_id = ${accountId}
          ON CONFLICT (account_id, day) DO NOTHING`;
    const [row] = await this.dataSource.sql<{ salt: Buffer; expires_at: Date }[]>`
      SELECT salt, expires_at FROM visitor_salts WHERE account_id = ${accountId} AND day = ${day}`;
    if (row === undefined) return;
    this.known.set(`${accountId} ${day}`, { salt: row.salt, expiresAt: row.expires_at.getTime() });
  }
}
