import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';
import type { ComposedMail } from '../../notifications/mail/composed-mail.js';
import { Outbox } from '../../notifications/outbox.js';
import { dueReports } from './due-reports.query.js';
import { mailOf, MONTHLY_REPORT, MonthlyMailJob } from './monthly-mail-job.js';
import { MonthlyReports } from './monthly-reports.js';
import { dueEverywhere } from './months.js';
import { reportedAccount } from './reported-account.query.js';

const AT_ONCE = 500;

/**
 * Decides once of each account and month whether its e-mail is sent, and has it sent. What was decided and what is queued are rows of one
 * transaction: however many instances decide, and wherever one dies, it is one e-mail.
 */
@Injectable()
export class MonthlyDispatch implements OnModuleInit {
  private readonly logger = new Logger('monthly-report');
  /** The month that is decided of everybody. */
  private decided: string | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly reports: MonthlyReports,
  ) {}

  onModuleInit(): void {
    this.outbox.onCompose(MONTHLY_REPORT, (of) => this.compose(MonthlyMailJob.parse(of), new Date()));
  }

  /** By the minute, because it is eight at another time in each zone; between the firsts it has nothing to ask. */
  @Cron('* * * * *', { name: MONTHLY_REPORT, waitForCompletion: true })
  async everyMinute(): Promise<void> {
    const now = new Date();
    const everywhere = dueEverywhere(now);
    if (everywhere !== null && everywhere === this.decided) return;
    try {
      await this.decideDue(now);
      this.decided = everywhere;
    } catch (error) {
      this.logger.warn(
        `will be decided in a minute: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** Decides of every account whose local time has passed the first at eight since the last time. */
  async decideDue(now: Date): Promise<void> {
    while ((await this.decideSome(now)) === AT_ONCE);
  }

  private async decideSome(now: Date): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const due = await dueReports(manager, now, AT_ONCE);
      const rows = due.map(({ accountId, month, wanted }) => ({
        accountId,
        month,
        decidedAt: now,
        deliveryId: wanted ? randomUUID() : null,
      }));
      if (rows.length === 0) return 0;
      const taken = await manager.query<{ id: string }[]>(
        `INSERT INTO monthly_reports (account_id, month, decided_at, delivery_id)
         SELECT account_id, month, $4, delivery_id
           FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS decided (account_id, month, delivery_id)
         ON CONFLICT DO NOTHING
         RETURNING account_id AS "id"`,
        [
          rows.map(({ accountId }) => accountId),
          rows.map(({ month }) => month),
          rows.map(({ deliveryId }) => deliveryId),
          now,
        ],
      );
      // Another instance may have decided of some meanwhile.
      const ours = new Set(taken.map(({ id }) => id));
      await this.outbox.compose(
        manager,
        rows.flatMap(({ accountId, month, deliveryId }) =>
          deliveryId !== null && ours.has(accountId) ? [mailOf({ accountId, month, deliveryId })] : [],
        ),
        { inBulk: true },
      );
      return due.length;
    });
  }

  /** What is sent now; null when it is no longer meant. */
  async compose({ accountId, month, asked }: MonthlyMailJob, now: Date): Promise<ComposedMail | null> {
    const account = await reportedAccount(this.dataSource, accountId);
    if (account === undefined || !planHas(account.plan, 'report.monthly')) return null;
    return account.wanted || asked ? this.reports.compose(account, month, now) : null;
  }

  /** Sends a month's e-mail once more, because the owner asks for it. */
  async sendNow(accountId: string, month: string): Promise<void> {
    const of: MonthlyMailJob = { accountId, month, asked: true };
    await this.outbox.compose(this.dataSource.manager, [{ composer: MONTHLY_REPORT, of }], { inBulk: false });
  }
}
