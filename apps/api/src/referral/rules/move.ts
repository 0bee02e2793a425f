import { mayMove, type LostReason, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { advance, type Move, type ReferralState } from './milestones.js';

/** What the owner asks for. `null` is the same as nothing given. */
export interface WantedMove {
  readonly to: Status;
  /** The status that the owner saw. */
  readonly expected: Status;
  readonly reason?: LostReason | null | undefined;
  readonly valueCents?: number | null | undefined;
}

export type MoveDecision =
  /** `entry` is to be appended to the history; `state` is what the record is then. */
  | { readonly outcome: 'allowed'; readonly entry: Move; readonly state: ReferralState }
  /** 409: somebody else changed the status meanwhile. */
  | { readonly outcome: 'stale'; readonly status: Status }
  /** 422: not in the table of moves. */
  | { readonly outcome: 'forbidden'; readonly from: Status; readonly to: Status }
  /** 400: the request contradicts itself, whatever the record is. */
  | { readonly outcome: 'invalid'; readonly errors: readonly { path: string; message: string }[] };

/**
 * What a wanted move does to a record (product: "Referral rules", table of statuses).
 * Who has seen an old status is told so before being told that the move is forbidden: it may be allowed from what they saw.
 */
export function decideMove(state: ReferralState, wanted: WantedMove, now: Date): MoveDecision {
  const errors = contradictions(wanted);
  if (errors.length > 0) return { outcome: 'invalid', errors };
  const { status: from } = state;
  const { to, expected } = wanted;
  if (expected !== from) return { outcome: 'stale', status: from };
  if (!mayMove(from, to)) return { outcome: 'forbidden', from, to };
  const entry: Move = {
    kind: 'move',
    from,
    to,
    at: now,
    reason: wanted.reason ?? null,
    valueCents: wanted.valueCents ?? null,
  };
  return { outcome: 'allowed', entry, state: advance(state, entry) };
}

/** A reason goes only with `lost`, where it may be left out, and a value only with `converted`. */
function contradictions({ to, reason, valueCents }: WantedMove): { path: string; message: string }[] {
  const errors: { path: string; message: string }[] = [];
  const hasReason = reason !== undefined && reason !== null;
  if (to !== 'lost' && hasReason) errors.push({ path: 'reason', message: 'goes only with `lost`' });
  if (to !== 'converted' && valueCents !== undefined && valueCents !== null)
    errors.push({ path: 'valueCents', message: 'goes only with `converted`' });
  return errors;
}
