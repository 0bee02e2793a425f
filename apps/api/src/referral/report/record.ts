import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { MOVES } from '@num-ecard/contracts/referral-vocabulary';
import { displayNumber } from '../../cards/page/phone-number.js';
import type { CoRecommendationRow } from '../query/co-recommendations.query.js';
import type { RecordRow } from '../query/recommendation-record.query.js';
import type { RecommendationHistory } from '../store/recommendation-history.entity.js';
import type { RecommendationReminder } from '../store/recommendation-reminder.entity.js';
import { history } from './history.js';
import { type BeforeConsent, moment, recommendation } from './recommendation.js';

export interface StoredRecord {
  readonly row: RecordRow;
  /** Oldest first. */
  readonly history: readonly RecommendationHistory[];
  readonly reminders: readonly RecommendationReminder[];
  readonly others: readonly CoRecommendationRow[];
}

export interface RecordReader {
  readonly name: string;
  readonly numberBeforeConsent: BeforeConsent;
}

/** @param consentUrl the prospect's own page; not handed out once they are erased */
export function record(
  { row, history: stored, reminders, others }: StoredRecord,
  owner: RecordReader,
  consentUrl: string,
  now: Date,
): RecommendationRecord {
  const names = {
    owner: owner.name,
    ambassador: row.ambassadorName,
    prospect: row.prospectName,
    system: null,
  };
  return {
    ...recommendation(row, owner.numberBeforeConsent),
    ambassador: {
      id: row.ambassadorId,
      name: row.ambassadorName,
      email: row.ambassadorEmail,
      phone: row.ambassadorPhone,
      phoneDisplay: row.ambassadorPhone === null ? null : displayNumber(row.ambassadorPhone),
    },
    relation: row.relation,
    message: row.message,
    consentAt: moment(row.consentAt),
    consentUrl: row.erasedAt === null ? consentUrl : null,
    moves: [...MOVES[row.status]],
    history: history(stored, row.status, names, now),
    reminders: reminders.map(reminder),
    coRecommendations: others.map((other) => ({
      id: other.id,
      receivedAt: other.receivedAt.toISOString(),
      status: other.status,
      consent: other.consent,
      ambassador: { id: other.ambassadorId, name: other.ambassadorName },
    })),
    alert: {
      state: row.alertState ?? 'none',
      sentAt: moment(row.alertSentAt),
      attempts: row.alertAttempts ?? 0,
    },
  };
}

export function reminder({
  id,
  dueAt,
  text,
  doneAt,
}: RecommendationReminder): RecommendationRecord['reminders'][number] {
  return { id, dueAt: dueAt.toISOString(), text, doneAt: moment(doneAt) };
}
