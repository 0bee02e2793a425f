import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { ALL_CARDS } from '../store/usage-dimension.js';
import { readPlan } from './read-plan.js';
import type { ReadScope } from './usage-scope.js';

export interface WeekHour {
  /** Monday is 1. */
  readonly weekday: number;
  /** 0 to 23, local. */
  readonly hour: number;
  readonly views: number;
  readonly clicks: number;
}

/** A period by hour of the week: the hours in which there was something. */
export async function usageWeekHours(
  dataSource: DataSource,
  scope: ReadScope,
  range: DayRange,
): Promise<WeekHour[]> {
  const { accountId, cardIds } = scope;
  const { monthCards, months, sumFront, sumBack, sumOpen, dayFront, dayBack } = readPlan(scope, range);
  return dataSource.sql<WeekHour[]>`
    SELECT weekday::integer AS "weekday", hour::integer AS "hour", sum(views)::float8 AS "views",
           sum(clicks)::float8 AS "clicks"
      FROM (
        SELECT split_part(key, '-', 1) AS weekday, split_part(key, '-', 2) AS hour, views, clicks
          FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${monthCards}::uuid[]) AND grain = 'month'
           AND dimension = 'week_hour'
           AND start BETWEEN ${months?.from ?? null}::date AND ${months?.to ?? null}::date
        UNION ALL
        SELECT extract(isodow FROM start)::text, key, views, clicks FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day' AND dimension = 'hour'
           AND start BETWEEN ${sumFront?.from ?? null}::date AND ${sumFront?.to ?? null}::date
        UNION ALL
        SELECT extract(isodow FROM start)::text, key, views, clicks FROM usage_closed_breakdowns
         WHERE account_id = ${accountId} AND card_id = ${ALL_CARDS} AND grain = 'day' AND dimension = 'hour'
           AND start BETWEEN ${sumBack?.from ?? null}::date AND ${sumBack?.to ?? null}::date
        UNION ALL
        SELECT extract(isodow FROM day)::text, key, views, clicks FROM usage_open_breakdowns
         WHERE account_id = ${accountId} AND dimension = 'hour'
           AND day BETWEEN ${sumOpen?.from ?? null}::date AND ${sumOpen?.to ?? null}::date
        UNION ALL
        SELECT extract(isodow FROM day)::text, key, views, clicks FROM usage_day_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = 'hour'
           AND day BETWEEN ${dayFront?.from ?? null}::date AND ${dayFront?.to ?? null}::date
        UNION ALL
        SELECT extract(isodow FROM day)::text, key, views, clicks FROM usage_day_breakdowns
         WHERE account_id = ${accountId} AND card_id = ANY (${cardIds}::uuid[]) AND dimension = 'hour'
           AND day BETWEEN ${dayBack?.from ?? null}::date AND ${dayBack?.to ?? null}::date
      ) AS pieces
     GROUP BY weekday, hour
    HAVING (sum(views), sum(clicks)) <> (0, 0)
     ORDER BY weekday, hour`;
}
