import type { HistoryItem } from '@num-ecard/contracts/referral';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { decideCorrection } from '../rules/correct.js';
import { type HistoryEntry, takenBackEntries } from '../rules/milestones.js';
import type { RecommendationHistory } from '../store/recommendation-history.entity.js';
import { ruleHistory } from '../store/rule-history.js';
import { cents } from './recommendation.js';

/** Who did something, by their part in it; null once erased. */
export type Names = Readonly<Record<HistoryItem['by'], string | null>>;

/** @param stored oldest first */
export function history(
  stored: readonly RecommendationHistory[],
  status: Status,
  names: Names,
  now: Date,
): HistoryItem[] {
  const entries = ruleHistory(stored);
  const takenBack = takenBackEntries(entries);
  return stored.map((entry) => {
    const id = String(entry.number);
    return {
      id,
      kind: entry.kind,
      at: entry.at.toISOString(),
      by: entry.actor,
      byName: names[entry.actor],
      from: entry.fromStatus,
      to: entry.toStatus,
      reason: entry.reason,
      valueCents: cents(entry.valueCents),
      note: entry.note,
      consent: entry.consent,
      of: entry.corrects === null ? null : String(entry.corrects),
      takenBack: takenBack.has(id),
      correctable: isCorrectable(entries, id, status, now),
    };
  });
}

function isCorrectable(entries: readonly HistoryEntry[], of: string, expected: Status, now: Date): boolean {
  return decideCorrection(entries, { of, expected }, 'next', now).outcome === 'allowed';
}
