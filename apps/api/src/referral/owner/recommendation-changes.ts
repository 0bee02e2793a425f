import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NewReminder, StatusCorrection, StatusMove } from '@num-ecard/contracts/referral';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, IllegalTransition, NotFound, ValidationFailed } from '../../http/problem-error.js';
import { decideCorrection } from '../rules/correct.js';
import { lastContactAt, type HistoryEntry } from '../rules/milestones.js';
import { decideMove } from '../rules/move.js';
import { changeRecommendation, type RecommendationChange } from '../store/change-recommendation.js';
import type { RecommendationHistory } from '../store/recommendation-history.entity.js';
import { RecommendationReminder } from '../store/recommendation-reminder.entity.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { columnsOf, ruleHistory, stateOf } from '../store/rule-history.js';

type Decide = (record: Recommendation, history: readonly RecommendationHistory[]) => RecommendationChange;

/** What an owner does with one recommendation. Every method throws `NotFound` for one that is not the account's, or is held. */
@Injectable()
export class RecommendationChanges {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @throws {Conflict} when the status is another by now
   * @throws {IllegalTransition} when the table of moves has no such move
   * @throws {ValidationFailed} when the request contradicts itself
   */
  async move(
    accountId: string,
    id: string,
    { note = null, ...wanted }: StatusMove,
    now: Date,
  ): Promise<void> {
    await this.change(accountId, id, now, (record, history) => {
      const decision = decideMove(stateOf(record), wanted, now);
      if (decision.outcome === 'invalid') throw new ValidationFailed(decision.errors);
      if (decision.outcome === 'stale') throw stale(decision.status);
      if (decision.outcome === 'forbidden')
        throw new IllegalTransition(`It cannot go from ${decision.from} to ${decision.to}.`, decision.from);
      if (note !== null) refuseErased(record);
      const { entry, state } = decision;
      const { from: fromStatus, to: toStatus, reason = null, valueCents = null } = entry;
      return {
        columns: {
          ...columnsOf(state),
          ...done(now, [...ruleHistory(history), { ...entry, id: 'next' }]),
        },
        entries: [
          {
            kind: 'move',
            actor: 'owner',
            fromStatus,
            toStatus,
            reason,
            valueCents: valueCents === null ? null : String(valueCents),
            note,
          },
        ],
      };
    });
  }

  /**
   * @throws {NotFound} when the history has no such move or correction, too
   * @throws {Conflict} when the status is another by now, or the entry was taken back already
   * @throws {IllegalTransition} when what came after it could not have been done without it
   */
  async correct(
    accountId: string,
    id: string,
    { of, expected, note = null }: StatusCorrection,
    now: Date,
  ): Promise<void> {
    await this.change(accountId, id, now, (record, stored) => {
      const history = ruleHistory(stored);
      const decision = decideCorrection(history, { of, expected }, 'next', now);
      if (decision.outcome === 'unknown') throw new NotFound('There is no such entry to take back.');
      if (decision.outcome === 'stale') throw stale(decision.status);
      if (decision.outcome === 'forbidden')
        throw new IllegalTransition('What was done after it has to be taken back first.', record.status);
      if (note !== null) refuseErased(record);
      const { entry, state } = decision;
      return {
        columns: { ...columnsOf(state), ...done(now, [...history, { ...entry, id: 'next' }]) },
        entries: [
          {
            kind: 'correction',
            actor: 'owner',
            fromStatus: record.status,
            toStatus: state.status,
            corrects: Number(entry.of),
            note,
          },
        ],
      };
    });
  }

  /** @throws {Conflict} when the prospect's data was erased */
  async addNote(accountId: string, id: string, note: string, now: Date): Promise<void> {
    await this.change(accountId, id, now, (record) => {
      refuseErased(record);
      return { columns: { lastActivityAt: now }, entries: [{ kind: 'note', actor: 'owner', note }] };
    });
  }

  /** @throws {Conflict} when the prospect's data was erased */
  async addReminder(
    accountId: string,
    id: string,
    { dueAt, text = null }: NewReminder,
    now: Date,
  ): Promise<void> {
    await this.change(
      accountId,
      id,
      now,
      (record) => {
        refuseErased(record);
        return {
          columns: { lastActivityAt: now },
          entries: [{ kind: 'reminder', actor: 'owner', note: text }],
        };
      },
      (manager) =>
        manager.insert(RecommendationReminder, {
          accountId,
          recommendationId: id,
          id: randomUUID(),
          dueAt: new Date(dueAt),
          text,
        }),
    );
  }

  /** Done, or not done after all; the same again changes nothing. @throws {NotFound} when there is no such reminder, too */
  async finishReminder(
    accountId: string,
    id: string,
    reminderId: string,
    isDone: boolean,
    now: Date,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // The record first, as everywhere: whoever takes them in another order would wait for ever.
      await manager.findOne(Recommendation, {
        where: { accountId, id },
        lock: { mode: 'for_no_key_update' },
      });
      const where = { accountId, recommendationId: id, id: reminderId };
      const reminder = await manager.findOneBy(RecommendationReminder, where);
      if (reminder === null) throw new NotFound('There is no such reminder.');
      if ((reminder.doneAt !== null) === isDone) return;
      await this.changeWithin(manager, accountId, id, now, () => ({
        columns: { lastActivityAt: now },
        entries: [{ kind: isDone ? 'reminder_done' : 'reminder', actor: 'owner', note: reminder.text }],
      }));
      await manager.update(RecommendationReminder, where, { doneAt: isDone ? now : null });
    });
  }

  /** @throws {NotFound} when there is no such reminder, too */
  async removeReminder(accountId: string, id: string, reminderId: string, now: Date): Promise<void> {
    await this.change(
      accountId,
      id,
      now,
      () => ({ columns: { lastActivityAt: now }, entries: [] }),
      async (manager) => {
        const where = { accountId, recommendationId: id, id: reminderId };
        const { affected } = await manager.delete(RecommendationReminder, where);
        if (affected === 0) throw new NotFound('There is no such reminder.');
      },
    );
  }

  private async change(
    accountId: string,
    id: string,
    now: Date,
    decide: Decide,
    besides: (manager: EntityManager) => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.changeWithin(manager, accountId, id, now, decide);
      await besides(manager);
    });
  }

  private async changeWithin(
    manager: EntityManager,
    accountId: string,
    id: string,
    now: Date,
    decide: Decide,
  ): Promise<void> {
    await changeRecommendation(manager, { accountId, id }, now, (record, history) => {
      if (record.held !== null) throw new NotFound('There is no such recommendation.');
      return decide(record, history);
    });
  }
}

/** What a move or a correction leaves behind beside the state. */
function done(now: Date, history: readonly HistoryEntry[]): Partial<Recommendation> {
  return { lastActivityAt: now, lastContactAt: lastContactAt(history) };
}

function stale(current: string): Conflict {
  return new Conflict('It has been changed meanwhile.', { reason: 'stale', current });
}

/** What is written about somebody who has been erased would never be erased again. */
function refuseErased({ erasedAt }: Recommendation): void {
  if (erasedAt !== null)
    throw new Conflict('The personal data of this prospect was erased.', { reason: 'erased' });
}
