import type { EntityManager } from 'typeorm';
import { packedEntry } from './packed-cards.js';
import type { PackedGrain } from './packed-grains.js';
import { ALL_CARDS } from './usage-dimension.js';

/**
 * The sums of closed days. $1 account_id, $2 the first day, $3 the day after the last (both of one month; of a month's sums:
 * all of it), $4 `ALL_CARDS`.
 */

const SUMS = 'sum(views)::integer, sum(visitors)::integer, sum(clicks)::integer, sum(engaged_ms)::bigint';
const FIGURES = 'views, visitors, clicks, engaged_ms';
const INSERT = `
  INSERT INTO usage_closed_breakdowns (account_id, card_id, grain, dimension, start, key, ${FIGURES})`;
const OF_DAYS = 'account_id = $1 AND day >= $2::date AND day < $3::date';

const OPEN_SUMS = ['usage_open_breakdowns', 'usage_open_cards'];

// In the order of their keys, so that what is read together lies together.

/** Over several cards, as rows of `usage_open_breakdowns`. */
export const DAY_SUMS = `
  SELECT dimension, day, key, ${SUMS.replaceAll(/sum\((\w+)\)::\w+/g, '$& AS $1')}
    FROM usage_day_breakdowns
   WHERE ${OF_DAYS}
   GROUP BY dimension, day, key
  UNION ALL
  SELECT 'total', day, '', ${SUMS}
    FROM usage_days
   WHERE ${OF_DAYS}
   GROUP BY day`;

/** Day by day, over several cards. */
export const CLOSE_DAYS = `${INSERT}
  SELECT $1::uuid, $4::uuid, 'day', dimension, day, key, ${FIGURES}
    FROM (${DAY_SUMS}) AS sums
   ORDER BY dimension, day, key`;

/** The same of days that are not closed. Without $4. */
export const SUM_OPEN_DAYS = `
  INSERT INTO usage_open_breakdowns (account_id, dimension, day, key, ${FIGURES})
  SELECT $1::uuid, dimension, day, key, ${FIGURES}
    FROM (${DAY_SUMS}) AS sums
   ORDER BY dimension, day, key`;

/** A month, of each card and over all. $4 is null for an account whose only card is the sum. */
export const CLOSE_MONTH = `
  WITH cards AS (
    SELECT card_id, dimension, key, ${FIGURES} FROM usage_day_breakdowns WHERE ${OF_DAYS} AND dimension <> 'hour'
    UNION ALL
    SELECT card_id, 'week_hour', extract(isodow FROM day) || '-' || key, ${FIGURES}
      FROM usage_day_breakdowns WHERE ${OF_DAYS} AND dimension = 'hour'
    UNION ALL
    SELECT card_id, 'total', '', ${FIGURES} FROM usage_days WHERE ${OF_DAYS}),
  months AS (
    SELECT card_id, dimension, key, sum(views)::integer AS views, sum(visitors)::integer AS visitors,
           sum(clicks)::integer AS clicks, sum(engaged_ms)::bigint AS engaged_ms
      FROM cards GROUP BY card_id, dimension, key)
  ${INSERT}
  SELECT $1::uuid, card_id, 'month', dimension, $2::date, key, ${FIGURES} FROM months
  UNION ALL
  SELECT $1::uuid, $4::uuid, 'month', dimension, $2::date, key, ${SUMS} FROM months
   WHERE $4::uuid IS NOT NULL
   GROUP BY dimension, key
   ORDER BY 2, 4, 6`;

/** Of a rollup row, the keys by which cards are set against one another, and what counts there. `LATERAL`, as `of`. */
export const CARDS_KEYS = `(
  VALUES ('hour', 'total', '', views),
         ('source', 'source', split_part(key, '/', 1), views),
         ('place', 'country', split_part(key, '/', 1), views),
         ('place', 'region', split_part(key, '/', 1) || '/' || split_part(key, '/', 2), views),
         ('place', 'city', key, views),
         ('target', 'target', key, clicks)) AS of (whole, dimension, key, value)`;

/**
 * Of a card's total, what is packed beside its views once days are closed. Engaged time in whole seconds and the milliseconds that are
 * left: all of it in milliseconds is too large a count.
 */
export const CARDS_FIGURES = `(
  VALUES ('visitors', visitors),
         ('clicks', clicks),
         ('engaged_s', (engaged_ms / 1000)::integer),
         ('engaged_ms', (engaged_ms % 1000)::integer)) AS of (key, value)`;

/** What each card counts under each key, day by day. */
const OF_EACH_DAY = `
  SELECT card_id, day, 'total' AS dimension, '' AS key, views AS value FROM usage_days WHERE ${OF_DAYS}
  UNION ALL
  SELECT card_id, day, of.dimension, of.key, of.value
    FROM usage_day_breakdowns b, LATERAL ${CARDS_KEYS}
   WHERE ${OF_DAYS} AND b.dimension IN ('source', 'place', 'target') AND of.whole = b.dimension`;

const OF_EACH_CLOSED_DAY = `${OF_EACH_DAY}
  UNION ALL
  SELECT card_id, day, 'figure', of.key, of.value FROM usage_days, LATERAL ${CARDS_FIGURES} WHERE ${OF_DAYS}`;

const OF_MONTHS = `
  account_id = $1 AND grain = 'month' AND start >= $2::date AND start < $3::date AND card_id <> '${ALL_CARDS}'`;

/** The same month by month. */
const OF_EACH_MONTH = `
  SELECT card_id, start AS day, of.dimension, of.key, of.value
    FROM usage_closed_breakdowns b, LATERAL ${CARDS_KEYS}
   WHERE ${OF_MONTHS} AND CASE b.dimension WHEN 'total' THEN 'hour' ELSE b.dimension END = of.whole
  UNION ALL
  SELECT card_id, start, 'figure', of.key, of.value
    FROM usage_closed_breakdowns b, LATERAL ${CARDS_FIGURES}
   WHERE ${OF_MONTHS} AND b.dimension = 'total'`;

/** Of the column `day`, the first day of the span that it lies in. */
const START_OF: Readonly<Record<PackedGrain, string>> = {
  day: 'day',
  third: "date_trunc('month', day)::date + least((extract(day FROM day)::integer - 1) / 10, 2) * 10",
  month: "date_trunc('month', day)::date",
  quarter: "date_trunc('quarter', day)::date",
};

/** What each key counts of each of several cards, packed. */
function packedCards(grain: PackedGrain, facts: string): string {
  return `
    WITH facts AS (${facts}),
    sums AS (
      SELECT number, dimension, ${START_OF[grain]} AS start, key, sum(value)::integer AS value
        FROM facts
        JOIN cards ON account_id = $1 AND cards.card_id = facts.card_id
       GROUP BY 1, 2, 3, 4
      HAVING sum(value) > 0)
    SELECT dimension, start, key,
           string_agg(${packedEntry('value')}, '' ORDER BY number) AS packed,
           sum(value)::integer AS total
      FROM sums
     GROUP BY dimension, start, key`;
}

const closeCards = (grain: PackedGrain): string => `
  INSERT INTO usage_closed_cards (account_id, grain, dimension, start, key, cards, total)
  SELECT $1::uuid, '${grain}', dimension, start, key, packed, total
    FROM (${packedCards(grain, grain === 'quarter' ? OF_EACH_MONTH : OF_EACH_CLOSED_DAY)}) AS of
   ORDER BY dimension, start, key`;

/** `usage_closed_cards`, of whole spans. Without $4. Quarters are made of the sums over months. */
export const CLOSE_CARDS: Readonly<Record<PackedGrain, string>> = {
  day: closeCards('day'),
  third: closeCards('third'),
  month: closeCards('month'),
  quarter: closeCards('quarter'),
};

/** The same of days that are not closed, without `CARDS_FIGURES`. */
export const PACK_OPEN_DAYS = `
  INSERT INTO usage_open_cards (account_id, dimension, day, key, cards, total)
  SELECT $1::uuid, dimension, start, key, packed, total
    FROM (${packedCards('day', OF_EACH_DAY)}) AS of
   ORDER BY dimension, start, key`;

/** Every day is open again, and read card by card, once the account says so. */
export async function deleteSums(manager: EntityManager, accountId: string): Promise<void> {
  for (const table of ['usage_closed_breakdowns', 'usage_closed_cards', ...OPEN_SUMS]) {
    await manager.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
  }
}

/** What was summed up of days that are now closed. @param before the first day that is not */
export async function deleteOpenSums(
  manager: EntityManager,
  accountId: string,
  before: string,
): Promise<void> {
  for (const table of OPEN_SUMS) {
    await manager.query(`DELETE FROM ${table} WHERE account_id = $1 AND day < $2`, [accountId, before]);
  }
}
