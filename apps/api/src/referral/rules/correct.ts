import { mayMove, type Status } from '@num-ecard/contracts/referral-vocabulary';
import {
  type Correction,
  type HistoryEntry,
  RECEIVED,
  type ReferralState,
  replay,
  standingMoves,
  takenBackEntries,
} from './milestones.js';

export interface WantedCorrection {
  /** The id of the entry to take back. */
  readonly of: string;
  /** The status that the owner saw. */
  readonly expected: Status;
}

export type CorrectionDecision =
  | { readonly outcome: 'allowed'; readonly entry: Correction; readonly state: ReferralState }
  /** 404: the record has no such entry. */
  | { readonly outcome: 'unknown' }
  /** 409: the status is another by now, or the entry has been taken back already. */
  | { readonly outcome: 'stale'; readonly status: Status }
  /** 422: without the entry, what was done after it could not have been done. The later entry goes first. */
  | { readonly outcome: 'forbidden' };

/**
 * Takes back a wrong click by a compensating entry; milestones are recomputed (product: "Referral rules").
 * @param history of the record, oldest first
 * @param id what the new entry will be known by
 */
export function decideCorrection(
  history: readonly HistoryEntry[],
  { of, expected }: WantedCorrection,
  id: string,
  now: Date,
): CorrectionDecision {
  if (!history.some((entry) => entry.id === of)) return { outcome: 'unknown' };
  const { status } = replay(history);
  if (expected !== status || takenBackEntries(history).has(of)) return { outcome: 'stale', status };
  const entry: Correction = { kind: 'correction', of, at: now };
  const corrected = [...history, { ...entry, id }];
  if (!isPossible(corrected)) return { outcome: 'forbidden' };
  return { outcome: 'allowed', entry, state: replay(corrected) };
}

/** Whether each move that stands is allowed from where those before it lead. */
function isPossible(history: readonly HistoryEntry[]): boolean {
  let status: Status = RECEIVED.status;
  for (const { to } of standingMoves(history)) {
    if (!mayMove(status, to)) return false;
    status = to;
  }
  return true;
}
