import { CROSS_BY } from '@num-ecard/contracts/period';
import { addMonths, endOfMonth } from '@num-ecard/contracts/period-calendar';
import { planHas } from '@num-ecard/contracts/plans';
import type { Report, ReportQuery } from '@num-ecard/contracts/report';
import type { SignedInAccount } from '../access/current-account.js';
import type { ReferralStatistics } from '../referral/index.js';
import type { StatisticsScope, UsageStatistics } from '../tracking/index.js';

/** Whose report, by which model, in which language. */
export type ReportAccount = Pick<SignedInAccount, 'id' | 'name' | 'plan' | 'language' | 'timezone' | 'demo'>;

/** Which cards, and whether as one. */
export interface ReportSubject {
  readonly scope: StatisticsScope;
  readonly consolidated: boolean;
}

/** What a report is about, without its figures. */
export type ReportHead = Omit<Report, 'sections'>;

export function reportHead(
  usage: UsageStatistics,
  account: ReportAccount,
  { scope, consolidated }: ReportSubject,
  query: ReportQuery,
  now: Date,
): ReportHead {
  const { period, previous = null } = usage.periods(scope, query, now);
  return {
    writtenAt: now.toISOString(),
    language: account.language,
    timezone: account.timezone,
    account: { name: account.name, demo: account.demo },
    subject: {
      cards: scope.cards.map(({ id, slug, title }) => ({ id, slug, title })),
      consolidated,
      all: scope.allCards,
    },
    period,
    compare: query.compare,
    previous,
  };
}

/** The sections that the account's model has, each as the API answers it. */
export async function buildReport(
  usage: UsageStatistics,
  account: ReportAccount,
  subject: ReportSubject,
  query: ReportQuery,
  now: Date,
): Promise<Report> {
  const { scope, consolidated } = subject;
  const has = (feature: string) => planHas(account.plan, feature);
  const head = reportHead(usage, account, subject, query, now);
  // Named days from here on, so that a report written over midnight is about one period.
  const asked = { ...query, ...head.period };
  const [full, several] = [has('usage.full'), consolidated && has('usage.cross')];
  const [summary, trends, sources, geography, clicks, engagement, hours, devices, filtered, cards] =
    await Promise.all([
      usage.summary(scope, now),
      has('usage.trends') ? usage.trends(scope, asked, now) : undefined,
      has('usage.sources') ? usage.sources(scope, asked, now) : undefined,
      has('usage.geography') ? usage.geography(scope, asked, now) : undefined,
      full ? usage.clicks(scope, asked, now) : undefined,
      full ? usage.engagement(scope, asked, now) : undefined,
      full ? usage.hours(scope, asked, now) : undefined,
      full ? usage.devices(scope, asked, now) : undefined,
      full ? usage.filtered(scope, asked, now) : undefined,
      several ? usage.comparedCards(scope, asked, now) : undefined,
    ]);
  const tables = several
    ? await Promise.all(CROSS_BY.map(async (by) => [by, await usage.cross(scope, { ...asked, by }, now)]))
    : undefined;
  return {
    ...head,
    sections: {
      summary,
      trends,
      sources,
      geography,
      clicks,
      engagement,
      hours,
      devices,
      filtered,
      cards,
      cross: tables && (Object.fromEntries(tables) as Report['sections']['cross']),
    },
  };
}

/** What stands beside a month's visits where the model has referrals. @param month `YYYY-MM` */
export async function reportReferrals(
  referral: ReferralStatistics,
  account: Pick<ReportAccount, 'id' | 'timezone'>,
  month: string,
): Promise<NonNullable<Report['sections']['referrals']>> {
  const first = `${month}-01`;
  const before = addMonths(first, -1).slice(0, 7);
  const [metrics, previous, trend, { ambassadors }] = await Promise.all([
    referral.metrics(account, month),
    referral.metrics(account, before),
    referral.trend(account, month),
    referral.ambassadors(account, { from: first, to: endOfMonth(first) }),
  ]);
  return { metrics, previous, trend, ambassadors };
}
