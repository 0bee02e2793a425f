import type { AmbassadorData, ProspectData } from '@num-ecard/contracts/referral-personal-data';
import { referenceOf } from '../rules/reference.js';
import type { Ambassador } from '../store/ambassador.entity.js';
import type { RecommendationHistory } from '../store/recommendation-history.entity.js';
import type { RecommendationReminder } from '../store/recommendation-reminder.entity.js';
import type { Recommendation } from '../store/recommendation.entity.js';
import { type BeforeConsent, cents, moment, prospect } from './recommendation.js';

export interface HeldRecord {
  readonly record: Recommendation;
  readonly ambassador: Pick<Ambassador, 'name'>;
  readonly card: string;
  readonly history: readonly RecommendationHistory[];
  readonly reminders: readonly RecommendationReminder[];
}

export function prospectRecord(
  { record, ambassador, card, history, reminders }: HeldRecord,
  beforeConsent: BeforeConsent,
): ProspectData['recommendations'][number] {
  const { name, phone, email, company, contact } = prospect(record, beforeConsent);
  return {
    ...sent(record, card),
    name,
    phone,
    email,
    company,
    contact,
    recommendedBy: record.ambassadorName ?? ambassador.name,
    consent: record.consent,
    consentAt: moment(record.consentAt),
    consentWording: record.consentWording,
    contactedAt: moment(record.contactedAt),
    appointmentAt: moment(record.appointmentAt),
    convertedAt: moment(record.convertedAt),
    lostAt: moment(record.lostAt),
    lostReason: record.lostReason,
    valueCents: cents(record.valueCents),
    eraseAt: moment(record.eraseAt),
    erasedAt: moment(record.erasedAt),
    history: history.map((entry) => ({
      at: entry.at.toISOString(),
      by: entry.actor,
      kind: entry.kind,
      from: entry.fromStatus,
      to: entry.toStatus,
      reason: entry.reason,
      consent: entry.consent,
      note: entry.note,
    })),
    reminders: reminders.map(({ dueAt, text, doneAt }) => ({
      dueAt: dueAt.toISOString(),
      text,
      doneAt: moment(doneAt),
    })),
  };
}

/** What an ambassador typed, without whom they recommended. */
export function ambassadorRecord(
  record: Recommendation,
  card: string,
): AmbassadorData['recommendations'][number] {
  return { ...sent(record, card), nameTyped: record.ambassadorName };
}

function sent(record: Recommendation, card: string) {
  return {
    reference: referenceOf(record.id),
    receivedAt: record.receivedAt.toISOString(),
    card,
    status: record.status,
    relation: record.relation,
    message: record.message,
  };
}
