import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Locale } from '@num-ecard/contracts/locale';
import {
  type CardsQuery,
  type CrossQuery,
  type PeriodQuery,
  readCursor,
  type TrendsQuery,
  type VisitsQuery,
} from '@num-ecard/contracts/period-query';
import { addDays, type DayRange } from '@num-ecard/contracts/period-calendar';
import {
  type UsageCards,
  type UsageClicks,
  type UsageCross,
  type UsageDevices,
  type UsageEngagement,
  type UsageFiltered,
  type UsageGeography,
  type UsageHours,
  type UsageSources,
  type UsageVisits,
} from '@num-ecard/contracts/usage';
import { type UsageTrends } from '@num-ecard/contracts/usage-trends';
import { type UsageSummary } from '@num-ecard/contracts/usage-summary';
import type { DataSource } from 'typeorm';
import type { Card } from '../cards/card.entity.js';
import { Places } from '../geo/places.js';
import { NotFound } from '../http/problem-error.js';
import { localTime } from '../clocks/local-time.js';
import { accountCards } from './query/account-cards.query.js';
import { lastVisit } from './query/last-visit.query.js';
import { latestVisits } from './query/latest-visits.query.js';
import { namedLinkLabels } from './query/named-link-labels.query.js';
import { usageBreakdown } from './query/usage-breakdown.query.js';
import { usageCardFigures } from './query/usage-card-figures.query.js';
import { usageCardViews } from './query/usage-card-views.query.js';
import { usageDayTotals } from './query/usage-day-totals.query.js';
import { usageReach, type UsageReach, usageReaches } from './query/usage-reach.query.js';
import type { ReadScope, UsageScope } from './query/usage-scope.js';
import { usageSummary, type UsageSummaryRow } from './query/usage-summary.query.js';
import { usageTotals } from './query/usage-totals.query.js';
import { usageWeekHours } from './query/usage-week-hours.query.js';
import { type WatchedCard, watchedCards } from './query/watched-cards.query.js';
import { clicks } from './report/clicks.js';
import { comparedCards } from './report/compared-cards.js';
import { type ColumnNames, cross, type CrossCard } from './report/cross.js';
import { devices } from './report/devices.js';
import { engagement } from './report/engagement.js';
import { filtered } from './report/filtered.js';
import { geography } from './report/geography.js';
import { hours } from './report/hours.js';
import { askedPeriod, comparedPeriod } from './report/period.js';
import { sources } from './report/sources.js';
import { summary } from './report/summary.js';
import { trends } from './report/trends.js';
import { visitNames, visits } from './report/visits.js';
import { readCountedKeys } from './read-counted-keys.js';
import { keptFrom } from './store/retention.js';
import { UsageMerging } from './store/usage-merging.js';

/** Who asks. */
export interface Asker {
  readonly id: string;
  readonly timezone: string;
  /** In whose words places, sources and buttons are named. */
  readonly language: Locale;
}

/** Which of an account's cards are asked about, and in whose words they are answered. */
export interface StatisticsScope extends UsageScope {
  readonly language: Locale;
  readonly cards: readonly CrossCard[];
  /** What of the account is kept and summed up, where it was asked for together with the cards. */
  readonly reach?: UsageReach;
}

/** What of a scope can be read: the sums there are, and the first day of which anything is kept. */
interface Reading {
  readonly scope: ReadScope;
  readonly firstDay: string;
}

/** Later than any event can be told, whatever the clocks. */
const AHEAD_DAYS = 1;
const ATTEMPTS = 5;

/**
 * Every figure of usage tracking: screens, exports and e-mails ask here and nowhere else. Answers are those of the contract. A
 * period is a query as it came; `now` tells what "today" is. Days that are no longer kept have no figures.
 */
@Injectable()
export class UsageStatistics {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly merging: UsageMerging,
  ) {}

  ofCard({ id, timezone, language }: Asker, card: Card): StatisticsScope {
    return { accountId: id, timezone, language, cards: [card], cardIds: [card.id], allCards: false };
  }

  /**
   * @param slugs of the account's cards; all of them unless given
   * @throws {NotFound} when one is not the account's
   */
  async ofCards({ id, timezone, language }: Asker, slugs?: readonly string[]): Promise<StatisticsScope> {
    const [own, reach] = await Promise.all([
      accountCards(this.dataSource, id),
      usageReach(this.dataSource, id),
    ]);
    const cards = own.filter(({ slug }) => slugs === undefined || slugs.includes(slug));
    if (slugs !== undefined && cards.length < slugs.length) throw new NotFound('There is no such card.');
    const allCards = cards.length === own.length;
    const cardIds = cards.map((card) => card.id);
    return { accountId: id, timezone, language, cards, cardIds, allCards, reach };
  }

  /** The first day of which an account keeps anything, and so all. @param monthsKept 1 to 25 */
  keptSince(monthsKept: number, now: Date): string {
    return firstDayKept(now, monthsKept);
  }

  /** One summary a card. */
  async summaries(scope: UsageScope, now: Date): Promise<Map<string, UsageSummary>> {
    return this.read(scope, now, async (reading) => {
      const rows = await summaryRows(this.dataSource, reading, now);
      return () => new Map(rows.map((row) => [row.cardId, summary(row)]));
    });
  }

  /**
   * The same of cards of many accounts, of one moment and as far as what came is merged: whoever merges more announces it. Waits for
   * nobody who has something locked, and holds one connection.
   */
  async mergedSummaries(
    accountIds: readonly string[],
    cardIds: readonly string[],
    now: Date,
  ): Promise<(WatchedCard & { readonly summary: UsageSummary })[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const cards = await watchedCards(manager, accountIds, cardIds);
      const reaches = await usageReaches(manager, accountIds);
      const found = new Map<string, UsageSummary>();
      for (const [accountId, { closed, monthsKept }] of reaches) {
        const own = cards.filter((card) => card.accountId === accountId);
        const [{ timezone } = { timezone: undefined }] = own;
        if (timezone === undefined) continue;
        const scope = { accountId, timezone, cardIds: own.map(({ id }) => id), allCards: false, closed };
        const rows = await summaryRows(manager, { scope, firstDay: firstDayKept(now, monthsKept) }, now);
        for (const row of rows) found.set(row.cardId, summary(row));
      }
      return cards.flatMap((card) => {
        const told = found.get(card.id);
        return told === undefined ? [] : [{ ...card, summary: told }];
      });
    });
  }

  /** One summary of all the scope's cards. */
  async summary(scope: UsageScope, now: Date): Promise<UsageSummary> {
    return this.read(scope, now, async ({ scope: read, firstDay }) => {
      const day = localTime(now.getTime(), scope.timezone).day;
      const range = { from: firstDay, to: addDays(day, AHEAD_DAYS) };
      const today = { from: day, to: day };
      const [all, allOfToday, targets, targetsOfToday, lastVisitAt] = await Promise.all([
        usageTotals(this.dataSource, read, range),
        usageTotals(this.dataSource, read, today),
        usageBreakdown(this.dataSource, read, 'target', range),
        usageBreakdown(this.dataSource, read, 'target', today),
        lastVisit(this.dataSource, read, firstDay),
      ]);
      const clicksOfToday = new Map(targetsOfToday.map((row) => [row.key, row.clicks]));
      return () =>
        summary({
          views: all.views,
          viewsToday: allOfToday.views,
          lastVisitAt,
          targets: targets
            .filter((row) => row.clicks > 0)
            .map((row) => ({ target: row.key, total: row.clicks, today: clicksOfToday.get(row.key) ?? 0 }))
            .toSorted((a, b) => b.total - a.total),
        });
    });
  }

  trends(scope: StatisticsScope, query: TrendsQuery, now: Date): Promise<UsageTrends> {
    return this.over(scope, query, now, async (read, kept, range) => {
      const rows = await usageDayTotals(this.dataSource, read, kept);
      return () => trends(query.interval, range, rows);
    });
  }

  geography(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageGeography> {
    return this.over(scope, query, now, async (read, kept) => {
      const rows = await usageBreakdown(this.dataSource, read, 'place', kept);
      return () => geography(rows, this.names(scope));
    });
  }

  sources(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageSources> {
    return this.over(scope, query, now, async (read, kept) => {
      const [rows, labels] = await Promise.all([
        usageBreakdown(this.dataSource, read, 'source', kept),
        namedLinkLabels(this.dataSource, scope.accountId, scope.cardIds),
      ]);
      return () => sources(rows, labels);
    });
  }

  engagement(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageEngagement> {
    return this.over(scope, query, now, async (read, kept) => {
      const [totals, rows] = await Promise.all([
        usageTotals(this.dataSource, read, kept),
        usageBreakdown(this.dataSource, read, 'engaged', kept),
      ]);
      return () => engagement(totals, rows);
    });
  }

  clicks(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageClicks> {
    return this.over(scope, query, now, async (read, kept) => {
      const [totals, rows] = await Promise.all([
        usageTotals(this.dataSource, read, kept),
        usageBreakdown(this.dataSource, read, 'target', kept),
      ]);
      return () => clicks(totals, rows);
    });
  }

  devices(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageDevices> {
    return this.over(scope, query, now, async (read, kept) => {
      const rows = await usageBreakdown(this.dataSource, read, 'device', kept);
      return () => devices(rows);
    });
  }

  hours(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageHours> {
    return this.over(scope, query, now, async (read, kept) => {
      const rows = await usageWeekHours(this.dataSource, read, kept);
      return () => hours(rows);
    });
  }

  filtered(scope: StatisticsScope, query: PeriodQuery, now: Date): Promise<UsageFiltered> {
    return this.over(scope, query, now, async (read, kept) => {
      const rows = await usageBreakdown(this.dataSource, read, 'dropped', kept);
      return () => filtered(rows);
    });
  }

  async visits(scope: StatisticsScope, query: VisitsQuery, now: Date): Promise<UsageVisits> {
    const { cursor, limit } = query;
    return this.over(scope, { ...query, compare: 'none' }, now, async (read, kept) => {
      const [rows, labels] = await Promise.all([
        latestVisits(this.dataSource, read, kept, { limit: limit + 1, before: cursor }),
        namedLinkLabels(this.dataSource, scope.accountId, scope.cardIds),
      ]);
      return () => visits(rows, limit, visitNames(scope.cards, labels, this.names(scope)));
    });
  }

  /**
   * Every visit of a period, latest first and a batch at a time, for as long as somebody reads on. Each batch is asked for where the
   * one before ended: what comes meanwhile moves none, and between two batches no connection is held.
   */
  async *allVisits(
    scope: StatisticsScope,
    query: PeriodQuery,
    now: Date,
    batch: number,
  ): AsyncGenerator<UsageVisits['visits'], void, undefined> {
    const { period } = this.periods(scope, query, now);
    const [{ monthsKept }, labels] = await Promise.all([
      scope.reach ?? usageReach(this.dataSource, scope.accountId),
      namedLinkLabels(this.dataSource, scope.accountId, scope.cardIds),
    ]);
    const kept = keptOf(period, firstDayKept(now, monthsKept));
    const names = visitNames(scope.cards, labels, this.names(scope));
    let before: VisitsQuery['cursor'];
    do {
      const page = { limit: batch + 1, before, goesOn: true };
      const { visits: some, next } = visits(
        await latestVisits(this.dataSource, scope, kept, page),
        batch,
        names,
      );
      yield some;
      before = next === null ? undefined : readCursor(next);
    } while (before !== undefined);
  }

  /** The days that an answer to the query is about, and those that it is compared with. */
  periods(
    { timezone }: StatisticsScope,
    query: PeriodQuery,
    now: Date,
  ): { period: DayRange; previous: DayRange | undefined } {
    const period = askedPeriod(query, localTime(now.getTime(), timezone).day);
    return { period, previous: comparedPeriod(period, query.compare) };
  }

  comparedCards(scope: StatisticsScope, query: CardsQuery, now: Date): Promise<UsageCards> {
    const { interval } = query;
    return this.over(scope, query, now, async (read, kept, range) => {
      const [figures, views] = await Promise.all([
        usageCardFigures(this.dataSource, read, kept),
        usageCardViews(this.dataSource, read, kept, interval === 'month' ? 'month' : 'day'),
      ]);
      return () => comparedCards(interval, range, scope.cards, figures, views);
    });
  }

  cross(scope: StatisticsScope, query: CrossQuery, now: Date): Promise<UsageCross> {
    return this.over(scope, query, now, async (read, kept, range) => {
      const keys = await readCountedKeys(this.dataSource, read, scope.cards, query.by, kept);
      return () => cross(query.by, range, scope.cards, keys, this.names(scope));
    });
  }

  private names({ language }: StatisticsScope): ColumnNames {
    return {
      locale: language,
      countryName: (code) => this.places.countryName(code, language),
      regionName: (code) => this.places.regionName(code, language),
    };
  }

  /**
   * An answer for the period that is asked for, and for the one that it is compared with.
   * @param answer reads a range of days that are kept, empty when none of the whole range is; what it returns puts that into shape
   */
  private over<Answer extends object>(
    scope: StatisticsScope,
    query: PeriodQuery,
    now: Date,
    answer: (read: ReadScope, kept: DayRange, whole: DayRange) => Promise<() => Answer>,
  ): Promise<Answer & { period: DayRange; previous?: Answer & { period: DayRange } }> {
    const { period, previous: before } = this.periods(scope, query, now);
    return this.read(scope, now, async ({ scope: read, firstDay }) => {
      const one = async (whole: DayRange): Promise<() => Answer & { period: DayRange }> => {
        const shaped = await answer(read, keptOf(whole, firstDay), whole);
        return () => ({ period: whole, ...shaped() });
      };
      const [asked, previous] = await Promise.all([one(period), before && one(before)]);
      return () => (previous === undefined ? asked() : { ...asked(), previous: previous() });
    });
  }

  /**
   * Reads when all that was stored is counted. Reads again what was read while sums were taken away, to be made anew: some of
   * them would be missing from it.
   */
  private async read<T>(
    { accountId, timezone, cardIds, allCards, reach: known }: UsageScope & Pick<StatisticsScope, 'reach'>,
    now: Date,
    answer: (reading: Reading) => Promise<() => T>,
  ): Promise<T> {
    let reach = known ?? (await usageReach(this.dataSource, accountId));
    if (reach.waiting) await this.merging.settle(accountId);
    for (let attempt = 1; ; attempt += 1) {
      const { closed, monthsKept } = reach;
      const scope = { accountId, timezone, cardIds, allCards, closed };
      const shaped = await answer({ scope, firstDay: firstDayKept(now, monthsKept) });
      // What was read is put into its shape while the database says whether the sums still stand: a turn later, when it is asked.
      const [after, answered] = await Promise.all([
        usageReach(this.dataSource, accountId),
        nextTurn().then(shaped),
      ]);
      reach = after;
      const holds =
        reach.closed.together === closed.together &&
        // Of a day that is closed meanwhile the cards' own rows stay, and its sums as an open day go.
        (closed.openTogether
          ? reach.closed.before === closed.before
          : (reach.closed.before ?? '') >= (closed.before ?? ''));
      if (holds || attempt === ATTEMPTS) return answered;
    }
  }
}

/** Empty when none of the range is kept. */
function keptOf({ from, to }: DayRange, firstDay: string): DayRange {
  return { from: from < firstDay ? firstDay : from, to };
}

function summaryRows(
  source: Pick<DataSource, 'sql'>,
  { scope, firstDay }: Reading,
  now: Date,
): Promise<UsageSummaryRow[]> {
  const today = localTime(now.getTime(), scope.timezone).day;
  return usageSummary(source, scope, { from: firstDay, to: addDays(today, AHEAD_DAYS) }, today);
}

/** The day that the limit cuts is gone. */
function firstDayKept(now: Date, months: number): string {
  return addDays(keptFrom(now, months).toISOString().slice(0, 10), 1);
}
