import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict } from '../../http/problem-error.js';
import { localTime } from '../../clocks/local-time.js';
import { lockUsage } from './account-lock.js';
import { type DaySpan, localMonths } from './local-months.js';
import { deleteSums } from './usage-close.js';
import { mergeIncrements } from './usage-merge.js';
import {
  RECOUNTED_BREAKDOWNS,
  RECOUNTED_DAYS,
  RECOUNTED_VISITS,
  RECOUNTED_WAITING,
} from './usage-recount.js';

const DAY_MS = 24 * 3_600_000;
// Any fixed number.
const REBUILD_LOCK = 20_261_123;

/** Visits and rollups made anew from the events: after a change of the time zone, or by hand. */
@Injectable()
export class UsageRebuild {
  private readonly logger = new Logger('usage-rebuild');

  private seenStale: ReadonlySet<string> = new Set();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The accounts whose days are other ones than those that were counted. Not before the second look at one: until then an
   * instance may still go by the time zone that it remembers.
   */
  async rebuildStale(now: Date): Promise<void> {
    const stale = await this.dataSource.query<{ account_id: string }[]>(
      'SELECT account_id FROM accounts WHERE usage_is_stale ORDER BY account_id',
    );
    const seen = this.seenStale;
    this.seenStale = new Set(stale.map(({ account_id: accountId }) => accountId));
    for (const accountId of this.seenStale) {
      if (!seen.has(accountId)) continue;
      await this.rebuild(accountId, now).catch((error: unknown) => {
        // Somebody is at it.
        if (!(error instanceof Conflict)) throw error;
      });
    }
  }

  /**
   * Month by month, the newest first, each in a transaction of its own, so that beacons wait for seconds at most.
   * Interrupted, it begins again. What was dropped left no event and stays as it was counted.
   * @returns whether there is such an account
   * @throws {Conflict} while it is being counted anew already, wherever
   */
  async rebuild(accountId: string, now: Date): Promise<boolean> {
    // A lock of the session: it goes with its connection, whatever happens to this process.
    const holder = this.dataSource.createQueryRunner();
    try {
      const [lock] = (await holder.query(
        `SELECT pg_try_advisory_lock(${REBUILD_LOCK}, hashtext($1)) AS held`,
        [accountId],
      )) as [{ held: boolean }];
      if (!lock.held) throw new Conflict('The account is being counted anew already.');
      try {
        return await this.rebuildLocked(accountId, now);
      } finally {
        // On a connection that broke the lock is gone with it, and what went wrong is what is to be told.
        await holder
          .query(`SELECT pg_advisory_unlock(${REBUILD_LOCK}, hashtext($1))`, [accountId])
          .catch(() => undefined);
      }
    } finally {
      await holder.release();
    }
  }

  private async rebuildLocked(accountId: string, now: Date): Promise<boolean> {
    const timezone = await this.begin(accountId);
    if (timezone === undefined) return false;
    const [{ oldest }] = await this.dataSource.query<[{ oldest: Date | null }]>(
      'SELECT min(occurred_at) AS oldest FROM tracking_events WHERE account_id = $1',
      [accountId],
    );
    const from = localTime((oldest ?? now).getTime(), timezone).day;
    // The time zone before may have been more than a day ahead of this one.
    const before = localTime(now.getTime() + 3 * DAY_MS, timezone).day;
    const months = localMonths(from, before, timezone).toReversed();
    for (const [index, month] of months.entries()) {
      await this.dataSource.transaction(async (manager) => {
        await lockUsage(manager, accountId);
        // Of events that are counted now: they must not be added again later.
        await mergeIncrements(manager, accountId, 'wait');
        await recountMonth(manager, accountId, timezone, month);
        if (index === 0) await recountWaiting(manager, accountId, now);
      });
    }
    // A day that only the old time zone had.
    await this.dataSource.query('DELETE FROM usage_days WHERE account_id = $1 AND day < $2', [
      accountId,
      from,
    ]);
    await this.dataSource.query(
      `DELETE FROM usage_day_breakdowns WHERE account_id = $1 AND day < $2 AND dimension <> 'dropped'`,
      [accountId, from],
    );
    await this.dataSource.query(
      'UPDATE accounts SET usage_is_stale = false WHERE account_id = $1 AND timezone = $2',
      [accountId, timezone],
    );
    this.logger.log(`the usage of account ${accountId} was counted anew`);
    return true;
  }

  private begin(accountId: string): Promise<string | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await lockUsage(manager, accountId);
      const [rows] = await manager.query<[{ timezone: string }[], number]>(
        `UPDATE accounts SET usage_is_stale = true, usage_closed_before = NULL, usage_closed_together = false,
                usage_open_together = false
          WHERE account_id = $1 RETURNING timezone`,
        [accountId],
      );
      await deleteSums(manager, accountId);
      return rows[0]?.timezone;
    });
  }
}

/**
 * Replaces visits and rollups of a span by what the events say: in the order of their keys, so that what is read together lies
 * together.
 */
export async function recountMonth(
  manager: EntityManager,
  accountId: string,
  timezone: string,
  { from, before, first, after }: DaySpan,
): Promise<void> {
  await manager.query(
    'DELETE FROM tracking_visits WHERE account_id = $1 AND viewed AND began_at >= $2 AND began_at < $3',
    [accountId, first, after],
  );
  await manager.query(insertVisits(RECOUNTED_VISITS), [accountId, first, after]);
  await manager.query('DELETE FROM usage_days WHERE account_id = $1 AND day >= $2 AND day < $3', [
    accountId,
    from,
    before,
  ]);
  await manager.query(
    `DELETE FROM usage_day_breakdowns WHERE account_id = $1 AND day >= $2 AND day < $3 AND dimension <> 'dropped'`,
    [accountId, from, before],
  );
  const span = [accountId, first, after, timezone];
  await manager.query(
    `INSERT INTO usage_days (account_id, card_id, day, views, visitors, clicks, engaged_ms, last_view_at)
     ${RECOUNTED_DAYS}
      ORDER BY card_id, day`,
    span,
  );
  await manager.query(
    `INSERT INTO usage_day_breakdowns (account_id, card_id, dimension, day, key, views, visitors, clicks, engaged_ms)
     ${RECOUNTED_BREAKDOWNS}
      ORDER BY card_id, dimension, day, key`,
    span,
  );
}

async function recountWaiting(manager: EntityManager, accountId: string, now: Date): Promise<void> {
  // An event is taken for a day; a view that comes later than that comes too late for those before it.
  const since = new Date(now.getTime() - 2 * DAY_MS);
  await manager.query('DELETE FROM tracking_visits WHERE account_id = $1 AND NOT viewed', [accountId]);
  await manager.query(insertVisits(RECOUNTED_WAITING), [accountId, since]);
}

function insertVisits(select: string): string {
  return `
    INSERT INTO tracking_visits (account_id, card_id, visit_id, revision, began_at, viewed, source, link_code,
                                 referrer_host, country, region, city, device, browser, system, new_visitor, engaged_ms,
                                 clicks, waiting)
    SELECT * FROM (${select}) AS visit`;
}
