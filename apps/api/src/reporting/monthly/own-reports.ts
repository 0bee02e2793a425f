import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MonthlyPreview, MonthlyState, SentMonthlyReport } from '@num-ecard/contracts/monthly-report';
import { addMonths } from '@num-ecard/contracts/period-calendar';
import { planHas } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';
import { NotFound, PlanRequired, TooManyRequests, ValidationFailed } from '../../http/problem-error.js';
import { RequestPace } from '../../http/request-pace.js';
import { lastReport } from './last-report.query.js';
import { MonthlyDispatch } from './monthly-dispatch.js';
import { MonthlyReports } from './monthly-reports.js';
import { lastMonth } from './months.js';
import { type ReportedAccount, reportedAccount } from './reported-account.query.js';

const MONTHS_SHOWN = 12;
const HOUR_MS = 3_600_000;
const SENT_AN_HOUR = 5;

/** What an owner sees of the monthly e-mail, and has sent at once. */
@Injectable()
export class OwnReports {
  private readonly pace = new RequestPace(SENT_AN_HOUR, HOUR_MS);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly reports: MonthlyReports,
    private readonly dispatch: MonthlyDispatch,
  ) {}

  /**
   * @throws {ValidationFailed} for a month that is not over, or not kept as a whole
   * @throws {NotFound} when the account has no card
   */
  async preview(accountId: string, asked: string | undefined, now: Date): Promise<MonthlyPreview> {
    const account = await this.account(accountId);
    const preview = await this.reports.preview(account, this.monthOf(account, asked, now), now);
    if (preview === null) throw new NotFound('The account has no card.');
    return preview;
  }

  async state(accountId: string, now: Date): Promise<MonthlyState> {
    const account = await this.account(accountId);
    const [last, latest] = [await lastReport(this.dataSource, accountId), lastMonth(now, account.timezone)];
    const since = lastMonth(account.createdAt, account.timezone);
    const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => monthsBefore(latest, index));
    return {
      last: last === undefined ? null : { ...last, sentAt: last.sentAt?.toISOString() ?? null },
      // Those that the account has seen something of; the last one always, that there is something to look at, if it is there.
      months: months.filter(
        (month, index) => (index === 0 || month > since) && this.reports.isWhole(account, month, now),
      ),
    };
  }

  /**
   * @throws {PlanRequired}
   * @throws {TooManyRequests}
   * @throws {ValidationFailed} for a month that is not over, or not kept as a whole
   */
  async sendNow(accountId: string, asked: string | undefined, now: Date): Promise<SentMonthlyReport> {
    const account = await this.account(accountId);
    if (!planHas(account.plan, 'report.monthly')) throw new PlanRequired('report.monthly');
    const month = this.monthOf(account, asked, now);
    const wait = this.pace.use(accountId, now);
    if (wait !== null) throw new TooManyRequests(wait);
    await this.dispatch.sendNow(accountId, month);
    return { month };
  }

  private async account(accountId: string): Promise<ReportedAccount> {
    const account = await reportedAccount(this.dataSource, accountId);
    if (account === undefined) throw new NotFound('There is no such account.');
    return account;
  }

  private monthOf(account: ReportedAccount, asked: string | undefined, now: Date): string {
    const last = lastMonth(now, account.timezone);
    const month = asked ?? last;
    if (month > last)
      throw new ValidationFailed([{ path: 'month', message: 'must be a month that is over' }]);
    if (!this.reports.isWhole(account, month, now))
      throw new ValidationFailed([{ path: 'month', message: `${month} is no longer kept as a whole` }]);
    return month;
  }
}

function monthsBefore(month: string, count: number): string {
  return addMonths(`${month}-01`, -count).slice(0, 7);
}
