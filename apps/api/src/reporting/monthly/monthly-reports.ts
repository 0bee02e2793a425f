import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { addMonths, endOfMonth } from '@num-ecard/contracts/period-calendar';
import { planHas } from '@num-ecard/contracts/plans';
import type { Report } from '@num-ecard/contracts/report';
import { CONFIG, type Config } from '../../config/config.js';
import { fileName } from '../../documents/attachment.js';
import type { ComposedMail, MailAttachment } from '../../notifications/mail/composed-mail.js';
import { ReferralStatistics } from '../../referral/index.js';
import { UsageStatistics } from '../../tracking/index.js';
import { buildReport, reportReferrals } from '../build-report.js';
import { usagePdf } from '../exporters/usage-pdf.js';
import { usageXlsx } from '../exporters/usage-xlsx.js';
import { FILE_TYPES } from '../../documents/file-types.js';
import { hasVisits, monthlyMail, type MonthlyMailOptions } from './monthly-mail.js';
import type { ReportedAccount } from './reported-account.query.js';
import { unsubscribeToken } from './unsubscribe-token.js';

/** The report of a month with what stands beside it. */
interface MonthlyContent {
  readonly report: Report;
  readonly options: Omit<MonthlyMailOptions, 'stopUrl'>;
}

/** The e-mail of an account about a month, as it is sent and as it is shown before. */
@Injectable()
export class MonthlyReports {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly usage: UsageStatistics,
    private readonly referral: ReferralStatistics,
  ) {}

  /** The e-mail with its files; null for an account without a card, and when nothing of the month is kept any more. @param month `YYYY-MM` */
  async compose(account: ReportedAccount, month: string, now: Date): Promise<ComposedMail | null> {
    const content = await this.content(account, month, now);
    if (content === null) return null;
    const token = unsubscribeToken(this.config.secretKey, account.id);
    const unsubscribeUrl = `${this.config.publicUrl}/unsubscribe/${token}`;
    const { report, options } = content;
    return {
      to: account.email,
      ...monthlyMail(report, { ...options, stopUrl: unsubscribeUrl }),
      attachments: await attachmentsOf(report, account, month),
      unsubscribeUrl,
    };
  }

  /**
   * The same without its files. The link that stops the e-mails leads to the settings: an API key, which may look at this, changes
   * nothing.
   */
  async preview(account: ReportedAccount, month: string, now: Date) {
    const content = await this.content(account, month, now);
    if (content === null) return null;
    const { report, options } = content;
    const stopUrl = `${this.config.publicUrl}/settings`;
    return { month, ...monthlyMail(report, { ...options, stopUrl }), files: [...options.files] };
  }

  /** Whether all visits of the month are kept. */
  isWhole({ usageMonthsKept }: ReportedAccount, month: string, now: Date): boolean {
    return `${month}-01` >= this.usage.keptSince(usageMonthsKept, now);
  }

  private async content(account: ReportedAccount, month: string, now: Date): Promise<MonthlyContent | null> {
    const [first, kept] = [`${month}-01`, this.usage.keptSince(account.usageMonthsKept, now)];
    const period = { from: first < kept ? kept : first, to: endOfMonth(first) };
    if (period.from > period.to) return null;
    const scope = await this.usage.ofCards(account);
    if (scope.cards.length === 0) return null;
    // To compare with a part of a month would mislead.
    const compare = this.isWhole(account, addMonths(first, -1).slice(0, 7), now) ? 'previous' : 'none';
    const subject = { scope, consolidated: planHas(account.plan, 'usage.consolidated') };
    const hasReferrals = planHas(account.plan, 'referral');
    const [report, referrals, waiting] = await Promise.all([
      buildReport(this.usage, account, subject, { ...period, compare, interval: 'day' }, now),
      hasReferrals ? reportReferrals(this.referral, account, month) : undefined,
      hasReferrals ? this.referral.waiting(account.id, now) : undefined,
    ]);
    return {
      report: { ...report, sections: { ...report.sections, referrals } },
      options: {
        publicUrl: this.config.publicUrl,
        waiting,
        files: filesOf(report, account, month).map(({ name }) => name),
      },
    };
  }
}

/** What is attached by the account's model; nothing to a month without visits. */
function filesOf(report: Report, { plan }: ReportedAccount, month: string) {
  if (!hasVisits(report)) return [];
  const { cards } = report.subject;
  const name = (extension: string) =>
    fileName([cards.length > 1 ? 'cartes' : cards[0]?.slug, month], extension);
  return [
    ...(planHas(plan, 'export.pdf') ? [{ name: name('pdf'), type: FILE_TYPES.pdf, write: usagePdf }] : []),
    ...(planHas(plan, 'export.xlsx')
      ? [{ name: name('xlsx'), type: FILE_TYPES.xlsx, write: usageXlsx }]
      : []),
  ];
}

async function attachmentsOf(
  report: Report,
  account: ReportedAccount,
  month: string,
): Promise<MailAttachment[]> {
  // Files of usage hold none of referrals.
  const usage = { ...report, sections: { ...report.sections, referrals: undefined } };
  const attachments: MailAttachment[] = [];
  // One after the other: each holds up the process for a moment.
  for (const { name, type, write } of filesOf(report, account, month))
    attachments.push({ filename: name, contentType: type, content: await buffer(write(usage)) });
  return attachments;
}
