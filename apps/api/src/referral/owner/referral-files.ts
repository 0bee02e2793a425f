import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Locale } from '@num-ecard/contracts/locale';
import type { RecommendationsFileQuery } from '@num-ecard/contracts/referral';
import type { DataSource } from 'typeorm';
import type { SignedInAccount } from '../../access/current-account.js';
import { CONFIG, type Config } from '../../config/config.js';
import { attachment } from '../../documents/attachment.js';
import { Conflict, NotFound } from '../../http/problem-error.js';
import type { SentFile } from '../../http/returns-file.decorator.js';
import { consentPdf, type ProspectsAnswer } from '../files/consent-pdf.js';
import { MAX_LISTED, recommendationsPdf } from '../files/recommendations-pdf.js';
import { recommendationsCsv } from '../files/recommendations-csv.js';
import type { WrittenRecommendation } from '../files/written-recommendation.js';
import { consentWording, readWording } from '../page/consent-wording.js';
import { holderName, shownName } from '../page/people.js';
import { ambassadorName } from '../query/ambassador-name.query.js';
import { consentRecord } from '../query/consent-record.query.js';
import { referralAccount } from '../query/referral-account.query.js';
import { type RecommendationFilter, recommendationFilter } from '../query/recommendation-filter.js';
import {
  recommendationPage,
  type RecommendationPlace,
  type WrittenRow,
} from '../query/recommendation-page.query.js';
import { statusCounts } from '../query/status-counts.query.js';
import { type BeforeConsent, moment, recommendation } from '../report/recommendation.js';
import { localDay } from '../../clocks/local-time.js';
import { UNCONSENTED_DAYS } from '../rules/retention.js';
import { RecommendationHistory } from '../store/recommendation-history.entity.js';

/** Of the database at a time. What is under way when memory is swept grows old with it: few rows leave little behind. */
const BATCH = 100;

/** What an owner takes away of their recommendations. */
@Injectable()
export class ReferralFiles {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** As many as there are: they are read while they are sent, and no longer than somebody reads on. */
  async csv(account: SignedInAccount, query: RecommendationsFileQuery, now: Date): Promise<SentFile> {
    const owner = await this.owner(account);
    const rows = this.batches(recommendationFilter(owner, query), query, owner.numberBeforeConsent);
    // The first batch before the answer begins: until then a database that is away can still be told.
    const first = await rows.next();
    const { language: locale, timezone } = account;
    return {
      disposition: nameOf(account, query, now, 'csv'),
      // One batch ahead of the reader, not Node's sixteen.
      content: Readable.from(recommendationsCsv(begun(first, rows), { locale, timezone }), {
        highWaterMark: 1,
      }),
    };
  }

  async pdf(account: SignedInAccount, query: RecommendationsFileQuery, now: Date): Promise<SentFile> {
    const owner = await this.owner(account);
    const filter = recommendationFilter(owner, query);
    // Figures and list are of one moment.
    const { counts, rows, ambassador } = await this.dataSource.transaction(
      'REPEATABLE READ',
      async (manager) => ({
        counts: await statusCounts(manager, filter),
        rows: await recommendationPage(manager, filter, { ...pageOf(query), limit: MAX_LISTED }, 'list'),
        ambassador:
          query.ambassador === undefined ? null : await ambassadorName(manager, owner.id, query.ambassador),
      }),
    );
    const content = recommendationsPdf({
      owner: account,
      locale: account.language,
      query,
      ambassador,
      counts: new Map(counts.map(({ status, count }) => [status, count])),
      items: rows.map((row) => recommendation(row, owner.numberBeforeConsent)),
      writtenAt: now,
    });
    return { disposition: nameOf(account, query, now, 'pdf'), content };
  }

  /**
   * @throws {NotFound} when there is no such recommendation, or its prospect has said nothing
   * @throws {Conflict} once the prospect is erased: there is nobody left whose answer could be proved
   */
  async consent(account: SignedInAccount, id: string, now: Date): Promise<SentFile> {
    const owner = await this.owner(account);
    const row = await consentRecord(this.dataSource, owner.id, id);
    if (row === undefined) throw new NotFound('There is no such recommendation.');
    if (row.erasedAt !== null)
      throw new Conflict('The prospect has been erased, and with them the proof of what they said.');
    const { consent, consentAt } = row;
    if (consentAt === null || consent === 'none' || consent === 'declared')
      throw new NotFound('The prospect has not answered.');
    const history = await this.dataSource.manager.find(RecommendationHistory, {
      where: { accountId: owner.id, recommendationId: id, kind: 'consent' },
      order: { number: 'ASC' },
    });
    const record = recommendation(row, owner.numberBeforeConsent);
    const shown = readWording(row.consentWording);
    const content = consentPdf({
      locale: account.language,
      owner: account,
      card: { title: row.cardTitle, url: `${this.config.publicUrl}/c/${row.cardSlug}` },
      record,
      answer: consent satisfies ProspectsAnswer,
      answeredAt: consentAt,
      shown,
      wording: shown && wordingOf(shown, row),
      contact: row.holderEmail,
      history: history.flatMap(({ at, actor, consent: said }) =>
        said === null ? [] : [{ at, by: actor, consent: said }],
      ),
      writtenAt: now,
    });
    return { disposition: attachment(['accord', record.reference], 'pdf'), content };
  }

  private async owner({ id }: SignedInAccount) {
    const owner = await referralAccount(this.dataSource, id);
    if (owner === undefined) throw new NotFound();
    return owner;
  }

  private async *batches(
    filter: RecommendationFilter,
    query: RecommendationsFileQuery,
    beforeConsent: BeforeConsent,
  ): AsyncGenerator<WrittenRecommendation[], void, undefined> {
    const page = { ...pageOf(query), limit: BATCH };
    let after: RecommendationPlace | undefined;
    do {
      const rows = await recommendationPage(this.dataSource, filter, { ...page, after }, 'file');
      yield rows.map((row) => written(row, beforeConsent));
      const last = rows.length === BATCH ? rows.at(-1) : undefined;
      after = last && { receivedAt: last.receivedAtExactly, id: last.id };
    } while (after !== undefined);
  }
}

/** From the first on. */
function pageOf({ status, sort }: RecommendationsFileQuery) {
  return { status, sort, after: undefined };
}

async function* begun<Part>(
  first: IteratorResult<Part, void>,
  rest: AsyncGenerator<Part, void, undefined>,
): AsyncGenerator<Part, void, undefined> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

function written(row: WrittenRow, beforeConsent: BeforeConsent): WrittenRecommendation {
  const { relation, message, consentAt } = row;
  // Not spread into another object: V8 makes that one a table of its own, ten times as large, and old at once.
  return Object.assign(recommendation(row, beforeConsent), {
    relation,
    message,
    consentAt: moment(consentAt),
  });
}

/** With the names of today: those of the moment of the answer are not kept. */
function wordingOf(
  { version, language }: { version: string; language: Locale },
  {
    ambassadorName: ambassador,
    holderName: name,
    holderCompany: company,
  }: { ambassadorName: string | null; holderName: string; holderCompany: string | null },
) {
  const people = {
    ambassador: ambassador === null ? null : shownName(ambassador),
    holder: shownName(holderName({ name, company: company ?? undefined })),
    days: UNCONSENTED_DAYS,
  };
  return consentWording(version, language, people);
}

/** `num-ecard-recommandations-patrice-durand-2026-11-01-2026-11-30.csv`; the day on which it is made when no days are asked for. */
function nameOf(
  { name, timezone }: SignedInAccount,
  { from, to }: RecommendationsFileQuery,
  now: Date,
  extension: string,
): string {
  return attachment(['recommandations', name, from, to ?? localDay(now, timezone)], extension);
}
