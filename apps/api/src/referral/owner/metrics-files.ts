import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { endOfMonth } from '@num-ecard/contracts/period-calendar';
import type { SignedInAccount } from '../../access/current-account.js';
import { attachment } from '../../documents/attachment.js';
import type { SentFile } from '../../http/returns-file.decorator.js';
import { metricsCsv } from '../files/metrics-csv.js';
import { metricsPdf } from '../files/metrics-pdf.js';
import { type MeasuredMonths } from '../files/measured-months.js';
import { monthOf, ReferralStatistics } from '../referral-statistics.js';

/** What an owner takes away of the figures of their months. */
@Injectable()
export class MetricsFiles {
  constructor(private readonly statistics: ReferralStatistics) {}

  /** @param month `YYYY-MM`; this one unless given */
  async csv(account: SignedInAccount, month: string | undefined, now: Date): Promise<SentFile> {
    const measured = await this.measured(account, month, now);
    return {
      disposition: nameOf(account, measured, 'csv'),
      content: Readable.from(metricsCsv(measured, account.language)),
    };
  }

  /** @param month `YYYY-MM`; this one unless given */
  async pdf(account: SignedInAccount, month: string | undefined, now: Date): Promise<SentFile> {
    const measured = await this.measured(account, month, now);
    const content = metricsPdf({ ...measured, owner: account, locale: account.language, writtenAt: now });
    return { disposition: nameOf(account, measured, 'pdf'), content };
  }

  private async measured(
    account: SignedInAccount,
    asked: string | undefined,
    now: Date,
  ): Promise<MeasuredMonths> {
    const month = asked ?? monthOf(now, account.timezone);
    const first = `${month}-01`;
    const [{ months }, { ambassadors }] = await Promise.all([
      this.statistics.trend(account, month),
      this.statistics.ambassadors(account, { from: first, to: endOfMonth(first) }),
    ]);
    return { month, months, ambassadors };
  }
}

/** `num-ecard-resultats-patrice-durand-2026-10.pdf` */
function nameOf({ name }: SignedInAccount, { month }: MeasuredMonths, extension: string): string {
  return attachment(['resultats', name, month], extension);
}
