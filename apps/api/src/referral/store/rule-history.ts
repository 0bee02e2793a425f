import type { HistoryEntry, Move, ReferralState } from '../rules/milestones.js';
import type { RecommendationHistory } from './recommendation-history.entity.js';
import type { Recommendation } from './recommendation.entity.js';

/** What the rules know of a stored history: its moves and corrections, by their numbers. */
export function ruleHistory(stored: readonly RecommendationHistory[]): HistoryEntry[] {
  return stored.flatMap((entry): HistoryEntry[] => {
    const id = String(entry.number);
    if (entry.kind === 'correction')
      return [{ kind: 'correction', id, of: String(entry.corrects), at: entry.at }];
    return entry.kind === 'move' ? [{ ...moveOf(entry), id }] : [];
  });
}

function moveOf({ fromStatus, toStatus, at, reason, valueCents }: RecommendationHistory): Move {
  if (fromStatus === null || toStatus === null) throw new Error('a move is stored without its statuses');
  return {
    kind: 'move',
    from: fromStatus,
    to: toStatus,
    at,
    reason,
    valueCents: valueCents === null ? null : Number(valueCents),
  };
}

export function stateOf(record: Recommendation): ReferralState {
  const { status, contactedAt, appointmentAt, convertedAt, lostAt, lostReason: reason, valueCents } = record;
  return {
    status,
    contactedAt,
    appointmentAt,
    convertedAt,
    lostAt,
    reason,
    valueCents: valueCents === null ? null : Number(valueCents),
  };
}

/** The columns that hold a state. */
export function columnsOf({ reason, valueCents, ...same }: ReferralState): Partial<Recommendation> {
  return { ...same, lostReason: reason, valueCents: valueCents === null ? null : String(valueCents) };
}
