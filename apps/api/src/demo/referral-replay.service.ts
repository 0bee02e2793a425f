import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NewRecommendation } from '@num-ecard/contracts/referral-form';
import { type DataSource, IsNull, LessThanOrEqual } from 'typeorm';
import { publicCard, type PublicCard } from '../cards/public-card.query.js';
import { ProblemError } from '../http/problem-error.js';
import { ProspectAnswers } from '../referral/own-pages/prospect-answers.js';
import { RecommendationChanges } from '../referral/owner/recommendation-changes.js';
import { RecommendationHistory } from '../referral/store/recommendation-history.entity.js';
import { RecommendationReminder } from '../referral/store/recommendation-reminder.entity.js';
import { Recommendation } from '../referral/store/recommendation.entity.js';
import { ReferralUpkeep } from '../referral/store/referral-upkeep.js';
import { Submissions } from '../referral/form/submissions.js';
import { demoReferrals } from './demo-referrals.js';
import type { DemoStep, DemoStory } from './demo-story.js';

const DAY_MS = 24 * 3_600_000;
const DAYS = 365;

/** Has the demo's recommendations happen, each at its time, through the same services as everybody's. */
@Injectable()
export class ReferralReplay {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly submissions: Submissions,
    private readonly changes: RecommendationChanges,
    private readonly answers: ProspectAnswers,
    private readonly upkeep: ReferralUpkeep,
  ) {}

  /**
   * What happened on a card since `since`, the first time in the last year. Interrupted and called again, it does again only what
   * is missing.
   */
  async fill(slug: string, since: Date | null, now: Date, signal: AbortSignal): Promise<void> {
    const card = await publicCard(this.dataSource, slug);
    if (card === undefined) return;
    const done = await this.done(card);
    const begins = since === null || done.size === 0;
    const from = begins ? new Date(now.getTime() - DAYS * DAY_MS) : since;
    const isLeft = (story: DemoStory, at: Date): boolean =>
      at > from && at <= now && !done.has(keyOf(story, at)) && !signal.aborted;
    const told: Promise<void>[] = [];
    for (const story of demoReferrals(from, now, begins)) {
      if (isLeft(story, story.receivedAt)) await this.send(card, story);
      // Sent one after another; what becomes of each is its own affair.
      told.push(this.tell(card, story, (step) => isLeft(story, step.at)));
    }
    await Promise.all(told);
    if (!signal.aborted) await this.erase(card, now);
  }

  /** What has happened already. */
  private async done({ accountId, id: cardId }: PublicCard): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.sql<{ receivedAt: Date; at: Date }[]>`
      SELECT r.received_at AS "receivedAt", h.at
        FROM recommendations r
        JOIN recommendation_history h ON h.account_id = r.account_id AND h.recommendation_id = r.recommendation_id
       WHERE r.account_id = ${accountId} AND r.card_id = ${cardId}`;
    return new Set(rows.map((row) => keyOf(row, row.at)));
  }

  private async send(card: PublicCard, { wanted, receivedAt: at }: DemoStory): Promise<void> {
    const submission = {
      wanted: NewRecommendation.parse(wanted),
      key: `demo ${at.toISOString()}`,
      address: 'demo',
    };
    await this.submissions.take(card, submission, at);
  }

  private async tell(
    { accountId, id: cardId }: PublicCard,
    { receivedAt, steps }: DemoStory,
    isLeft: (step: DemoStep) => boolean,
  ): Promise<void> {
    if (!steps.some(isLeft)) return;
    const record = await this.dataSource.manager.findOneBy(Recommendation, { accountId, cardId, receivedAt });
    if (record === null) return;
    for (const step of steps) {
      if (!isLeft(step)) continue;
      try {
        await this.go(record, step);
      } catch (error) {
        // What a person has done with it meanwhile stays.
        if (!(error instanceof ProblemError)) throw error;
      }
    }
  }

  /** Has what is due be erased, each at its time. */
  private async erase({ accountId }: PublicCard, now: Date): Promise<void> {
    const due = await this.dataSource.manager.find(Recommendation, {
      select: { eraseAt: true },
      where: { accountId, eraseAt: LessThanOrEqual(now) },
      order: { eraseAt: 'ASC' },
    });
    for (const { eraseAt } of due) await this.upkeep.keep(eraseAt ?? now);
    await this.upkeep.keep(now);
  }

  private async go(record: Recommendation, step: DemoStep): Promise<void> {
    const { accountId, id } = record;
    const { at } = step;
    switch (step.kind) {
      case 'move': {
        const { from: expected, to, reason, valueCents, note } = step;
        return this.changes.move(accountId, id, { to, expected, reason, valueCents, note }, at);
      }
      case 'correction': {
        const of = String(await this.lastMove(record));
        return this.changes.correct(accountId, id, { of, expected: step.from }, at);
      }
      case 'note':
        return this.changes.addNote(accountId, id, step.text, at);
      case 'reminder': {
        const { dueAt, text } = step;
        return this.changes.addReminder(accountId, id, { dueAt: dueAt.toISOString(), text }, at);
      }
      case 'reminder_done': {
        const open = { accountId, recommendationId: id, doneAt: IsNull() };
        const reminder = await this.dataSource.manager.findOneBy(RecommendationReminder, open);
        if (reminder === null) return;
        return this.changes.finishReminder(accountId, id, reminder.id, true, at);
      }
      case 'consent':
        return this.answers.answer(record, step.choice, 'fr', at);
    }
  }

  private async lastMove({ accountId, id: recommendationId }: Recommendation): Promise<number | null> {
    const moves = { accountId, recommendationId, kind: 'move' as const };
    return this.dataSource.manager.maximum(RecommendationHistory, 'number', moves);
  }
}

function keyOf({ receivedAt }: Pick<DemoStory, 'receivedAt'>, at: Date): string {
  return `${receivedAt.toISOString()} ${at.toISOString()}`;
}
