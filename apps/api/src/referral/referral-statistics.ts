import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import type { ReferralMetrics, ReferralTrend } from '@num-ecard/contracts/referral-metrics';
import { addMonths, type DayRange, endOfMonth } from '@num-ecard/contracts/period-calendar';
import type { DataSource } from 'typeorm';
import { RecommendationAttention } from './owner/recommendation-attention.js';
import { ambassadorsMeasured } from './query/ambassadors-measured.query.js';
import { measuredReferrals } from './query/measured-referrals.query.js';
import { ambassadorContact } from './report/ambassador.js';
import { localDay } from '../clocks/local-time.js';
import { type Span, spanOf } from '../clocks/span.js';
import { monthMetrics, monthTrend } from './rules/metrics.js';
import { rankAmbassadors } from './rules/ranking.js';

/** Whose figures, and whose days and months. */
export interface MeasuredAccount {
  readonly id: string;
  readonly timezone: string;
}

const MONTHS_BEFORE = 11;

/** What the network of an account brings in: the same figures for screens, files and e-mails. */
@Injectable()
export class ReferralStatistics {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly attention: RecommendationAttention,
  ) {}

  /** @param month `YYYY-MM` */
  async metrics({ id, timezone }: MeasuredAccount, month: string): Promise<ReferralMetrics> {
    const records = await measuredReferrals(this.dataSource, id, monthsSpan(month, month, timezone));
    return monthMetrics(records, month, timezone);
  }

  /** Twelve months. @param lastMonth `YYYY-MM` */
  async trend({ id, timezone }: MeasuredAccount, lastMonth: string): Promise<ReferralTrend> {
    const first = addMonths(`${lastMonth}-01`, -MONTHS_BEFORE).slice(0, 7);
    const records = await measuredReferrals(this.dataSource, id, monthsSpan(first, lastMonth, timezone));
    return { months: monthTrend(records, lastMonth, timezone) };
  }

  /** How many wait for the owner today: to be called, reminded of, or about to be erased. */
  async waiting(accountId: string, now: Date): Promise<number> {
    const { counts } = await this.attention.followUps(accountId, 0, now);
    return counts.notContacted + counts.reminders + counts.expiring;
  }

  /** The best of a period first. */
  async ambassadors({ id, timezone }: MeasuredAccount, period: DayRange): Promise<RankedAmbassadors> {
    const measured = await ambassadorsMeasured(this.dataSource, id, spanOf(period, timezone));
    const contacts = new Map(measured.map(({ contact }) => [contact.id, ambassadorContact(contact)]));
    const records = measured.flatMap(({ contact: ambassador, referrals }) =>
      referrals.map((referral) => Object.assign(referral, { ambassador })),
    );
    return {
      ambassadors: rankAmbassadors(records, period, timezone).flatMap((ranked) => {
        const contact = contacts.get(ranked.id);
        return contact === undefined ? [] : [{ ...contact, ...ranked }];
      }),
    };
  }
}

/** The month that a moment is in. */
export function monthOf(moment: Date, timezone: string): string {
  return localDay(moment, timezone).slice(0, 7);
}

function monthsSpan(first: string, last: string, timezone: string): Span {
  return spanOf({ from: `${first}-01`, to: endOfMonth(`${last}-01`) }, timezone);
}
