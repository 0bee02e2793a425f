/** The words of referral tracking: where a recommended prospect stands, why one is lost, and what they agreed to. */
import { z } from 'zod';

/** In the order in which a prospect goes through them. */
export const STATUSES = ['new', 'contacted', 'appointment', 'converted', 'lost'] as const;
export const Status = z.enum(STATUSES).meta({ id: 'ReferralStatus' });
export type Status = z.infer<typeof Status>;

/** Those of a conversation first, then those of a call that reached nobody or could not be made. */
export const LOST_REASONS = [
  'refused',
  'price',
  'competitor',
  'no_need',
  'unreachable',
  'wrong_number',
  'no_consent',
  'other',
] as const;
export const LostReason = z.enum(LOST_REASONS).meta({ id: 'LostReason' });
export type LostReason = z.infer<typeof LostReason>;

/**
 * Whether the prospect may be called for sales (Code de la consommation, L.223-1). `declared` is the ambassador's word: it is not the
 * prospect's consent. The prospect alone gives, refuses and revokes.
 */
export const CONSENTS = ['none', 'declared', 'given', 'refused', 'revoked'] as const;
export const Consent = z.enum(CONSENTS).meta({ id: 'ReferralConsent' });
export type Consent = z.infer<typeof Consent>;

/** From each status, those that the owner may choose. Back to `new`, or away from a wrong click, is a correction. */
export const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  new: ['contacted', 'appointment', 'converted', 'lost'],
  contacted: ['appointment', 'converted', 'lost'],
  // Back to contacted: the appointment is cancelled.
  appointment: ['contacted', 'converted', 'lost'],
  // A withdrawal.
  converted: ['lost'],
  // Opened again.
  lost: ['contacted', 'appointment', 'converted'],
};

export function mayMove(from: Status, to: Status): boolean {
  return MOVES[from].includes(to);
}
