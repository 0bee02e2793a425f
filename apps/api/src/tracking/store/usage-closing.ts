import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { startOfMonth } from '@num-ecard/contracts/period-calendar';
import { Counter, register } from 'prom-client';
import type { DataSource, EntityManager } from 'typeorm';
import { localTime } from '../../clocks/local-time.js';
import { lockUsage, takeTime } from './account-lock.js';
import { type DaySpan, localMonths } from './local-months.js';
import { PACKED_GRAINS, startOf } from './packed-grains.js';
import {
  CLOSE_CARDS,
  CLOSE_DAYS,
  CLOSE_MONTH,
  DAY_SUMS,
  deleteOpenSums,
  deleteSums,
  PACK_OPEN_DAYS,
  SUM_OPEN_DAYS,
} from './usage-close.js';
import { ALL_CARDS } from './usage-dimension.js';
import { mergeIncrements } from './usage-merge.js';
import { recountMonth } from './usage-rebuild.js';
import { RECOUNTED_BREAKDOWNS, RECOUNTED_DAYS, RECOUNTED_VISITS } from './usage-recount.js';

/**
 * How long after its end a day can still change: a visit grows for 24 hours, and what is told of it may be 24 hours old.
 * The hour more is for instances whose clocks differ.
 */
const OPEN_MS = 49 * 3_600_000;

const NAME = 'num_ecard_usage_drift_rows_total';
const drifted =
  (register.getSingleMetric(NAME) as Counter | undefined) ??
  new Counter({
    name: NAME,
    help: 'Rows of visits and rollups that differed from the events; there must be none',
  });

/** How many rows of an account differ from what they must be. */
export interface Drift {
  readonly visits: number;
  readonly days: number;
  readonly breakdowns: number;
  /** Of the sums over all cards that there are before a day is closed, from those of the cards. */
  readonly sums: number;
}

/**
 * Closes days: once a day can no longer change it is reconciled with its events (what differs is logged and put right), and
 * summed up over months and over an account's cards, which is what long periods are read from.
 */
@Injectable()
export class UsageClosing {
  private readonly logger = new Logger('usage-closing');

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every account's days that are over. @returns how many rows had drifted */
  async closeDays(now: Date): Promise<number> {
    const due = await this.dataSource.query<{ account_id: string }[]>(
      `SELECT account_id FROM accounts
        WHERE NOT usage_is_stale
          AND (usage_closed_before IS NULL OR usage_closed_before < ($1::timestamptz AT TIME ZONE timezone)::date)
        ORDER BY account_id`,
      [new Date(now.getTime() - OPEN_MS)],
    );
    let drift = 0;
    for (const { account_id: accountId } of due) drift += await this.closeAccount(accountId, now);
    await this.sumOpenDays();
    return drift;
  }

  /** Of the accounts that have several cards since then, or were counted anew. */
  private async sumOpenDays(): Promise<void> {
    const apart = await this.dataSource.query<{ account_id: string }[]>(
      `SELECT account_id FROM accounts WHERE ${ARE_APART} ORDER BY account_id`,
    );
    for (const { account_id: accountId } of apart)
      await this.dataSource.transaction((manager) => sumOpenDays(manager, accountId));
  }

  /** Month by month, each in a transaction of its own: interrupted, it goes on where it was. */
  private async closeAccount(accountId: string, now: Date): Promise<number> {
    let drift = 0;
    for (;;) {
      const found = await this.dataSource.transaction((manager) => this.closeNext(manager, accountId, now));
      if (found === undefined) return drift;
      drift += found;
    }
  }

  /** @returns how many rows had drifted; undefined when there is nothing left to close, or another instance is at it */
  private async closeNext(manager: EntityManager, accountId: string, now: Date): Promise<number | undefined> {
    await takeTime(manager);
    const account = await begin(manager, accountId);
    if (account === undefined) return undefined;
    const { timezone, from, together } = account;
    const before = localTime(now.getTime() - OPEN_MS, timezone).day;
    const [month] = localMonths(from ?? before, before, timezone);
    if (month === undefined) {
      await remember(manager, accountId, before, together);
      return undefined;
    }
    const drift = await findDrift(manager, accountId, timezone, month);
    const rows = drift.visits + drift.days + drift.breakdowns + drift.sums;
    if (rows > 0) {
      this.logger.error(
        `account ${accountId}, ${month.from} to ${month.before}, differs: ${JSON.stringify(drift)}`,
      );
      drifted.inc(rows);
      await recountMonth(manager, accountId, timezone, month);
    }
    await sumUp(manager, accountId, month, together);
    await remember(manager, accountId, month.before, together);
    return rows;
  }
}

interface Begun {
  readonly timezone: string;
  /** The first day to close; null when nothing was ever counted. */
  readonly from: string | null;
  readonly together: boolean;
}

async function begin(manager: EntityManager, accountId: string): Promise<Begun | undefined> {
  const [account] = await manager.query<
    { timezone: string; before: string | null; together: boolean; cards: number }[]
  >(
    // Not so hard a lock that whoever refers to the account would wait.
    `SELECT timezone, usage_closed_before::text AS before, usage_closed_together AS together,
            (SELECT count(*) FROM cards c WHERE c.account_id = a.account_id)::integer AS cards
       FROM accounts a WHERE account_id = $1 AND NOT usage_is_stale FOR NO KEY UPDATE SKIP LOCKED`,
    [accountId],
  );
  if (account === undefined) return undefined;
  await mergeIncrements(manager, accountId, 'wait');
  const { timezone, before, cards } = account;
  const together = cards > 1;
  // A second card: what was closed has no sums over both.
  const goOn = before !== null && (account.together || !together);
  if (goOn) return { timezone, from: before, together: account.together };
  await deleteSums(manager, accountId);
  const [{ first }] = await manager.query<[{ first: string | null }]>(
    'SELECT min(day)::text AS first FROM usage_day_breakdowns WHERE account_id = $1',
    [accountId],
  );
  return { timezone, from: first, together };
}

/** Closed days are summed up over all cards, the others not yet. */
const ARE_APART = 'usage_closed_together AND NOT usage_open_together AND NOT usage_is_stale';

/** From here on, what is merged is added to the sums of open days as well. */
async function sumOpenDays(manager: EntityManager, accountId: string): Promise<void> {
  // Nothing is merged meanwhile: there is nothing to merge.
  await lockUsage(manager, accountId);
  const [account] = await manager.query<{ before: string }[]>(
    `SELECT usage_closed_before::text AS before FROM accounts WHERE account_id = $1 AND ${ARE_APART} FOR NO KEY UPDATE`,
    [accountId],
  );
  if (account === undefined) return;
  await mergeIncrements(manager, accountId, 'wait');
  await deleteOpenSums(manager, accountId, 'infinity');
  const days = [accountId, account.before, 'infinity'];
  await manager.query(SUM_OPEN_DAYS, days);
  await manager.query(PACK_OPEN_DAYS, days);
  await manager.query('UPDATE accounts SET usage_open_together = true WHERE account_id = $1', [accountId]);
}

async function sumUp(
  manager: EntityManager,
  accountId: string,
  { from, before }: DaySpan,
  together: boolean,
): Promise<void> {
  const days = [accountId, from, before];
  const month = [accountId, startOfMonth(from), before];
  const isOver = before.endsWith('-01');
  if (together) await manager.query(CLOSE_DAYS, [...days, ALL_CARDS]);
  if (together) await deleteOpenSums(manager, accountId, before);
  if (isOver) await manager.query(CLOSE_MONTH, [...month, together ? ALL_CARDS : null]);
  if (together) await packCards(manager, accountId, from, before);
}

/** Of every day, third of a month, month and quarter that ended meanwhile. */
async function packCards(
  manager: EntityManager,
  accountId: string,
  from: string,
  before: string,
): Promise<void> {
  for (const grain of PACKED_GRAINS) {
    const [first, end] = [startOf(grain, from), startOf(grain, before)];
    if (first < end) await manager.query(CLOSE_CARDS[grain], [accountId, first, end]);
  }
}

async function remember(
  manager: EntityManager,
  accountId: string,
  before: string,
  together: boolean,
): Promise<void> {
  await manager.query(
    'UPDATE accounts SET usage_closed_before = $2, usage_closed_together = $3 WHERE account_id = $1',
    [accountId, before, together],
  );
}

async function findDrift(
  manager: EntityManager,
  accountId: string,
  timezone: string,
  { from, before, first, after }: DaySpan,
): Promise<Drift> {
  const [visits] = await manager.query<[{ rows: number }]>(
    `SELECT count(*)::integer AS rows
       FROM (${RECOUNTED_VISITS}) AS told
       FULL JOIN (SELECT * FROM tracking_visits
                   WHERE account_id = $1 AND viewed AND began_at >= $2 AND began_at < $3) AS kept
         USING (account_id, card_id, visit_id)
      WHERE (told.began_at, told.source, told.link_code, told.referrer_host, told.country, told.region, told.city,
             told.device, told.browser, told.system, told.new_visitor, told.engaged_ms, told.clicks)
            IS DISTINCT FROM
            (kept.began_at, kept.source, kept.link_code, kept.referrer_host, kept.country, kept.region, kept.city,
             kept.device, kept.browser, kept.system, kept.new_visitor, kept.engaged_ms, kept.clicks)`,
    [accountId, first, after],
  );
  const span = [accountId, first, after, timezone, from, before];
  const figures = (of: string): string => `(${of}.views, ${of}.visitors, ${of}.clicks, ${of}.engaged_ms)`;
  const [days] = await manager.query<[{ rows: number }]>(
    `SELECT count(*)::integer AS rows
       FROM (${RECOUNTED_DAYS}) AS told
       FULL JOIN (SELECT * FROM usage_days WHERE account_id = $1 AND day >= $5 AND day < $6) AS kept
         USING (account_id, card_id, day)
      WHERE ${figures('told')} IS DISTINCT FROM ${figures('kept')}
         OR told.last_view_at IS DISTINCT FROM kept.last_view_at`,
    span,
  );
  const [breakdowns] = await manager.query<[{ rows: number }]>(
    `SELECT count(*)::integer AS rows
       FROM (${RECOUNTED_BREAKDOWNS}) AS told
       FULL JOIN (SELECT * FROM usage_day_breakdowns
                   WHERE account_id = $1 AND day >= $5 AND day < $6 AND dimension <> 'dropped'
                     -- What was counted up and down again.
                     AND (views, visitors, clicks, engaged_ms) <> (0, 0, 0, 0)) AS kept
         USING (account_id, card_id, dimension, day, key)
      WHERE ${figures('told')} IS DISTINCT FROM ${figures('kept')}`,
    span,
  );
  const [sums] = await manager.query<[{ rows: number }]>(
    `SELECT count(*)::integer AS rows
       FROM (SELECT * FROM (${DAY_SUMS}) AS sums WHERE (views, visitors, clicks, engaged_ms) <> (0, 0, 0, 0)) AS told
       FULL JOIN (SELECT * FROM usage_open_breakdowns
                   WHERE account_id = $1 AND day >= $2 AND day < $3
                     AND (views, visitors, clicks, engaged_ms) <> (0, 0, 0, 0)) AS kept
         USING (dimension, day, key)
      WHERE ${figures('told')} IS DISTINCT FROM ${figures('kept')}
        AND EXISTS (SELECT FROM accounts WHERE account_id = $1 AND usage_open_together)`,
    [accountId, from, before],
  );
  return { visits: visits.rows, days: days.rows, breakdowns: breakdowns.rows, sums: sums.rows };
}
