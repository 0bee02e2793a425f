import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { Device, Source } from '@num-ecard/contracts/usage-vocabulary';
import type { DataSource } from 'typeorm';
import type { UsageScope } from './usage-scope.js';

export interface VisitRow {
  readonly visitId: string;
  readonly cardId: string;
  readonly viewedAt: Date;
  readonly source: Source;
  readonly linkCode: string | null;
  readonly referrerHost: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly device: Device;
  readonly browser: string;
  readonly system: string;
  readonly engagedMs: number;
  /** By target. */
  readonly clicks: Readonly<Record<string, number>>;
}

export interface VisitPage {
  readonly limit: number;
  /** The last visit of the page before. */
  readonly before: { readonly beganAt: Date; readonly visitId: string } | undefined;
  /** Whether every page after it will be asked for, too. */
  readonly goesOn?: boolean;
}

/** So many are read one by one even if all of their visits are. */
const FEW_CARDS = 4;

const COLUMNS = `
  visit_id AS "visitId", card_id AS "cardId", began_at AS "viewedAt", source, link_code AS "linkCode",
  referrer_host AS "referrerHost", country, region, city, device, browser, system, engaged_ms AS "engagedMs", clicks`;

/** Comes after every visit's id. */
const ALL_IDS = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * A period's visits, latest first. Of all cards in the order in which an index has them; of some, card by card and then together,
 * because what is asked for must not cost more the more there is of others. Where every page is read, that would read a page of each
 * card again and again: one way through the visits of all costs less.
 */
export async function latestVisits(
  dataSource: DataSource,
  { accountId, timezone, cardIds, allCards }: UsageScope,
  range: DayRange,
  { limit, before, goesOn = false }: VisitPage,
): Promise<VisitRow[]> {
  const beganAt = before?.beganAt ?? null;
  const visitId = before?.visitId ?? null;
  if (allCards || (goesOn && cardIds.length > FEW_CARDS)) {
    return dataSource.sql<VisitRow[]>`
      SELECT ${() => COLUMNS} FROM tracking_visits
       WHERE account_id = ${accountId} AND viewed AND (${allCards}::boolean OR card_id = ANY (${cardIds}::uuid[]))
         AND began_at >= ${range.from}::date::timestamp AT TIME ZONE ${timezone}
         AND began_at < (${range.to}::date + 1)::timestamp AT TIME ZONE ${timezone}
         AND (began_at, visit_id) < (coalesce(${beganAt}::timestamptz, 'infinity'), coalesce(${visitId}::uuid, ${ALL_IDS}::uuid))
       ORDER BY began_at DESC, visit_id DESC
       LIMIT ${limit}::integer`;
  }
  return dataSource.sql<VisitRow[]>`
    SELECT ${() => COLUMNS}
      FROM unnest(${cardIds}::uuid[]) AS asked (card)
     CROSS JOIN LATERAL (
           SELECT * FROM tracking_visits
            WHERE account_id = ${accountId} AND card_id = asked.card AND viewed
              AND began_at >= ${range.from}::date::timestamp AT TIME ZONE ${timezone}
              AND began_at < (${range.to}::date + 1)::timestamp AT TIME ZONE ${timezone}
              AND (began_at, visit_id) < (coalesce(${beganAt}::timestamptz, 'infinity'), coalesce(${visitId}::uuid, ${ALL_IDS}::uuid))
            ORDER BY began_at DESC, visit_id DESC
            LIMIT ${limit}::integer) AS visits
     ORDER BY began_at DESC, visit_id DESC
     LIMIT ${limit}::integer`;
}
