/**
 * What a record's history makes of it (product: "Referral rules"). The history is append-only; milestones are never set on their own
 * but replayed from it, and they, not the current status, feed the metrics.
 */
import type { LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';

/** One change of status, as it was made. */
export interface Move {
  readonly kind: 'move';
  readonly from: Status;
  readonly to: Status;
  readonly at: Date;
  /** Of `lost` only. */
  readonly reason?: LostReason | null;
  /** Of `converted` only. */
  readonly valueCents?: number | null;
}

/** Takes back an earlier entry. Taking back a correction puts back what it had taken. */
export interface Correction {
  readonly kind: 'correction';
  /** The id of the entry taken back. */
  readonly of: string;
  readonly at: Date;
}

export type HistoryEntry = (Move | Correction) & { readonly id: string };

export interface ReferralState {
  readonly status: Status;
  /** The first conversation with the prospect. */
  readonly contactedAt: Date | null;
  /** The first appointment, also when it was cancelled. */
  readonly appointmentAt: Date | null;
  /** Of a client; null again after a withdrawal. */
  readonly convertedAt: Date | null;
  /** Of a prospect who is lost; null again when opened again. */
  readonly lostAt: Date | null;
  readonly reason: LostReason | null;
  readonly valueCents: number | null;
}

/** As every record begins. */
export const RECEIVED: ReferralState = {
  status: 'new',
  contactedAt: null,
  appointmentAt: null,
  convertedAt: null,
  lostAt: null,
  reason: null,
  valueCents: null,
};

/** Whether somebody who gives this reason has been spoken to. `other` says nothing about it, so it does not count. */
const IMPLIES_CONVERSATION: Readonly<Record<LostReason, boolean>> = {
  refused: true,
  price: true,
  competitor: true,
  no_need: true,
  unreachable: false,
  wrong_number: false,
  no_consent: false,
  other: false,
};

function isContact({ to, reason }: Move): boolean {
  if (to === 'lost') return reason !== undefined && reason !== null && IMPLIES_CONVERSATION[reason];
  return to !== 'new';
}

/** The state after one more move. Whether the move is allowed is `decideMove`'s business. */
export function advance(state: ReferralState, move: Move): ReferralState {
  const { to, at } = move;
  return {
    status: to,
    // The earliest, not the first in order: were a server's clock put back, nobody would be converted before being contacted.
    contactedAt: isContact(move) ? earlier(state.contactedAt, at) : state.contactedAt,
    appointmentAt: to === 'appointment' ? earlier(state.appointmentAt, at) : state.appointmentAt,
    convertedAt: to === 'converted' ? at : null,
    lostAt: to === 'lost' ? at : null,
    reason: to === 'lost' ? (move.reason ?? null) : null,
    valueCents: to === 'converted' ? (move.valueCents ?? null) : null,
  };
}

/** The state that a record's whole history, oldest first, says it has: what is stored beside it. */
export function replay(history: readonly HistoryEntry[]): ReferralState {
  return standingMoves(history).reduce(advance, RECEIVED);
}

/** When the prospect was last spoken to (the law's three years count from it); null when never. */
export function lastContactAt(history: readonly HistoryEntry[]): Date | null {
  return standingMoves(history)
    .filter(isContact)
    .reduce<Date | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
}

/** The moves that nobody has taken back, in order. */
export function standingMoves(history: readonly HistoryEntry[]): Move[] {
  const takenBack = takenBackEntries(history);
  return history.filter(
    (entry): entry is Move & { id: string } => entry.kind === 'move' && !takenBack.has(entry.id),
  );
}

/** The ids of the entries, corrections among them, that a correction which still stands takes back. */
export function takenBackEntries(history: readonly HistoryEntry[]): ReadonlySet<string> {
  const takenBack = new Set<string>();
  // From the latest back: whether a correction stands depends only on what came after it.
  for (const entry of history.toReversed())
    if (entry.kind === 'correction' && !takenBack.has(entry.id)) takenBack.add(entry.of);
  return takenBack;
}

function earlier(known: Date | null, at: Date): Date {
  return known !== null && known < at ? known : at;
}
