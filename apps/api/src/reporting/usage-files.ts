import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { planHas } from '@num-ecard/contracts/plans';
import type { Report, UsageExportQuery } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import type { SignedInAccount } from '../access/current-account.js';
import { attachment } from '../documents/attachment.js';
import { PlanRequired } from '../http/problem-error.js';
import type { SentFile } from '../http/returns-file.decorator.js';
import { type Asker, UsageStatistics } from '../tracking/index.js';
import { buildReport, type ReportSubject } from './build-report.js';
import { usageCsv } from './exporters/usage-csv.js';
import { usagePdf } from './exporters/usage-pdf.js';
import { usageXlsx } from './exporters/usage-xlsx.js';
import { visitsCsv } from './exporters/visits-csv.js';

/** A card, as the guard has found it. */
export type ReportedCard = Parameters<UsageStatistics['ofCard']>[1];

/** Of the database at a time. */
const BATCH = 500;

/** What an owner takes away of what their cards' visitors do. */
@Injectable()
export class UsageFiles {
  constructor(private readonly usage: UsageStatistics) {}

  ofCard(asker: Asker, card: ReportedCard): ReportSubject {
    return { scope: this.usage.ofCard(asker, card), consolidated: false };
  }

  async ofCards(asker: Asker, slugs?: readonly string[]): Promise<ReportSubject> {
    return { scope: await this.usage.ofCards(asker, slugs), consolidated: true };
  }

  /** @throws {PlanRequired} when visits are asked for and the model tells none */
  async csv(account: SignedInAccount, subject: ReportSubject, query: UsageExportQuery): Promise<SentFile> {
    const now = new Date();
    const report = await buildReport(this.usage, account, subject, query, now);
    const text =
      query.content === 'visits'
        ? visitsCsv(report, await this.visits(account, subject, report, now))
        : usageCsv(report);
    return { disposition: nameOf(report, 'csv'), content: Readable.from(text, { highWaterMark: 1 }) };
  }

  async pdf(account: SignedInAccount, subject: ReportSubject, query: UsageExportQuery): Promise<SentFile> {
    const report = await buildReport(this.usage, account, subject, query, new Date());
    return { disposition: nameOf(report, 'pdf'), content: usagePdf(report) };
  }

  /** @throws {PlanRequired} when visits are asked for and the model tells none */
  async xlsx(account: SignedInAccount, subject: ReportSubject, query: UsageExportQuery): Promise<SentFile> {
    const now = new Date();
    const report = await buildReport(this.usage, account, subject, query, now);
    const visits = query.content === 'visits' ? await this.visits(account, subject, report, now) : undefined;
    return { disposition: nameOf(report, 'xlsx'), content: usageXlsx(report, visits) };
  }

  private async visits(
    { plan }: SignedInAccount,
    { scope }: ReportSubject,
    { period }: Report,
    now: Date,
  ): Promise<AsyncIterable<UsageVisits['visits']>> {
    if (!planHas(plan, 'usage.full')) throw new PlanRequired('usage.full');
    return this.usage.allVisits(scope, { ...period, compare: 'none' }, now, BATCH);
  }
}

/** `num-ecard-patrice-2026-10.pdf`; the days where they are not a whole month. */
function nameOf({ subject, period }: Report, extension: string): string {
  const { from, to } = period;
  return attachment([subject.consolidated ? 'cartes' : subject.cards[0]?.slug, from, to], extension);
}
