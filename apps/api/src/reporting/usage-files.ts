import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { wholeMonths } from '@num-ecard/contracts/period-calendar';
import { planHas } from '@num-ecard/contracts/plans';
import type { UsageExportQuery } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import type { SignedInAccount } from '../access/current-account.js';
import { FileSlots } from '../access/file-slots.js';
import { attachment } from '../documents/attachment.js';
import { PlanRequired } from '../http/problem-error.js';
import type { SentFile } from '../http/returns-file.decorator.js';
import { type Asker, UsageStatistics } from '../tracking/index.js';
import { buildReport, type ReportHead, reportHead, type ReportSubject } from './build-report.js';
import { usageCsv } from './exporters/usage-csv.js';
import { usagePdf } from './exporters/usage-pdf.js';
import { usageXlsx } from './exporters/usage-xlsx.js';
import { visitsCsv } from './exporters/visits-csv.js';

/** A card, as the guard has found it. */
export type ReportedCard = Parameters<UsageStatistics['ofCard']>[1];

/** Of the database at a time. What is under way when memory is swept grows old with it: few rows leave little behind. */
const BATCH = 250;

/** What an owner takes away of what their cards' visitors do: so many files at once as there are {@link FileSlots}. */
@Injectable()
export class UsageFiles {
  constructor(
    private readonly usage: UsageStatistics,
    private readonly slots: FileSlots,
  ) {}

  ofCard(asker: Asker, card: ReportedCard): ReportSubject {
    return { scope: this.usage.ofCard(asker, card), consolidated: false };
  }

  async ofCards(asker: Asker, slugs?: readonly string[]): Promise<ReportSubject> {
    return { scope: await this.usage.ofCards(asker, slugs), consolidated: true };
  }

  /**
   * @throws {PlanRequired} when visits are asked for and the model tells none
   * @throws {TooManyRequests} when too many files are under way
   */
  csv(account: SignedInAccount, subject: ReportSubject, query: UsageExportQuery): Promise<SentFile> {
    return this.slots.take(account.id, async () => {
      const now = new Date();
      const head = reportHead(this.usage, account, subject, query, now);
      const text =
        query.content === 'visits'
          ? visitsCsv(head, this.visits(account, subject, head, now))
          : usageCsv(await buildReport(this.usage, account, subject, query, now));
      // One batch ahead of the reader, not Node's sixteen.
      const content = Readable.from(text, { highWaterMark: 1 });
      return { disposition: nameOf(head, 'csv', query.content), content };
    });
  }

  /** @throws {TooManyRequests} when too many files are under way */
  pdf(account: SignedInAccount, subject: ReportSubject, query: UsageExportQuery): Promise<SentFile> {
    return this.slots.take(account.id, async () => {
      const report = await buildReport(this.usage, account, subject, query, new Date());
      return { disposition: nameOf(report, 'pdf'), content: usagePdf(report) };
    });
  }

  /**
   * @throws {PlanRequired} when visits are asked for and the model tells none
   * @throws {TooManyRequests} when too many files are under way
   */
  xlsx(account: SignedInAccount, subject: ReportSubject, query: UsageExportQuery): Promise<SentFile> {
    return this.slots.take(account.id, async () => {
      const now = new Date();
      const head = reportHead(this.usage, account, subject, query, now);
      const visits = query.content === 'visits' ? this.visits(account, subject, head, now) : undefined;
      const report = await buildReport(this.usage, account, subject, query, now);
      return { disposition: nameOf(report, 'xlsx', query.content), content: usageXlsx(report, visits) };
    });
  }

  private visits(
    { plan }: SignedInAccount,
    { scope }: ReportSubject,
    { period }: ReportHead,
    now: Date,
  ): AsyncIterable<UsageVisits['visits']> {
    if (!planHas(plan, 'usage.full')) throw new PlanRequired('usage.full');
    return this.usage.allVisits(scope, { ...period, compare: 'none' }, now, BATCH);
  }
}

/** `num-ecard-patrice-2026-10.pdf`: the month or year where the days are a whole one; `…-visites` where there is a line a visit. */
function nameOf(
  { subject, period }: ReportHead,
  extension: string,
  content: UsageExportQuery['content'] = 'summary',
): string {
  return attachment(
    [
      subject.consolidated ? 'cartes' : subject.cards[0]?.slug,
      ...spanOf(period),
      ...(content === 'visits' ? ['visites'] : []),
    ],
    extension,
  );
}

function spanOf({ from, to }: ReportHead['period']): string[] {
  const months = wholeMonths({ from, to });
  if (months === 1) return [from.slice(0, 7)];
  if (months === 12 && from.slice(0, 4) === to.slice(0, 4)) return [from.slice(0, 4)];
  return from === to ? [from] : [from, to];
}
