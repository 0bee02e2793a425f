import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AdminReports, REPORT_STATES } from '@num-ecard/contracts/monthly-report';
import type { DataSource } from 'typeorm';
import { Conflict, NotFound } from '../../http/problem-error.js';
import { Outbox } from '../../notifications/outbox.js';
import { mailOf } from './monthly-mail-job.js';
import { MonthlyReport } from './monthly-report.entity.js';
import { REPORT_DELIVERY, REPORT_STATE } from './report-state.js';

const TROUBLED_AT_MOST = 500;

/** What the operator sees of the monthly e-mails, and has tried again. */
@Injectable()
export class ReportDeliveries {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** @param asked `YYYY-MM`; the latest month that anything is decided of unless given */
  async ofMonth(asked?: string): Promise<AdminReports> {
    const month = asked ?? (await this.latestMonth());
    const found = await this.dataSource.query<{ state: (typeof REPORT_STATES)[number]; count: number }[]>(
      `SELECT ${REPORT_STATE} AS "state", count(*)::integer AS "count"
         FROM monthly_reports m ${REPORT_DELIVERY} WHERE m.month = $1 GROUP BY 1`,
      [month],
    );
    const counts = new Map(found.map(({ state, count }) => [state, count]));
    const troubled = await this.dataSource.query<AdminReports['troubled']>(
      `SELECT m.account_id AS "accountId", d.state, d.attempts
         FROM monthly_reports m
         JOIN mail_deliveries d ON d.account_id = m.account_id AND d.delivery_id = m.delivery_id
        WHERE m.month = $1 AND d.state IN ('failed', 'retrying')
        ORDER BY d.state, m.account_id
        LIMIT ${TROUBLED_AT_MOST}`,
      [month],
    );
    return {
      month,
      counts: Object.fromEntries(REPORT_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
        (typeof REPORT_STATES)[number],
        number
      >,
      troubled,
    };
  }

  /**
   * Has a month's e-mail that was given up sent after all, and one that waits for its next attempt tried now.
   * @throws {NotFound} when nothing is decided of it
   * @throws {Conflict} when there is nothing to try again
   */
  async retry(accountId: string, month: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const report = await manager.findOneBy(MonthlyReport, { accountId, month });
      if (report === null) throw new NotFound('There is no such report.');
      const { deliveryId } = report;
      const again =
        deliveryId !== null &&
        (await this.outbox.composeAgain(manager, mailOf({ accountId, month, deliveryId })));
      if (!again) throw new Conflict('The mail server has not refused it: there is nothing to try again.');
    });
  }

  private async latestMonth(): Promise<string | null> {
    const [row] = await this.dataSource.query<{ month: string | null }[]>(
      'SELECT max(month) AS "month" FROM monthly_reports',
    );
    return row?.month ?? null;
  }
}
