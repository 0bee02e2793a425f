import type { HELD_REASONS } from '@num-ecard/contracts/referral';

export type HeldReason = (typeof HELD_REASONS)[number];

/** Somebody who has the whole form filled in by their browser still reads it for longer. */
const TYPED_WITHIN_MS = 3_000;
/** From one address, for one card, within an hour: a stand at a fair, where everybody is behind the same address, has fewer. */
const SUSPICIOUS_FROM = 60;
/** No person sends as many: past these they are told to come back later. */
const REFUSED_FROM = { address: 240, card: 1_000 };

export interface Signs {
  /** A field that people do not see is filled in. */
  readonly hiddenField: boolean;
  /** Since the page was opened; null when it does not say. */
  readonly openedForMs: number | null;
  /** Of the last hour, for this card: from the same address, and from all. */
  readonly before: { readonly address: number; readonly card: number };
}

/** Why an entry is kept apart for the owner to look at; empty for one that is not. */
export function suspicions({ hiddenField, openedForMs, before }: Signs): HeldReason[] {
  const reasons: HeldReason[] = [];
  if (hiddenField) reasons.push('hidden_field');
  if (openedForMs !== null && openedForMs < TYPED_WITHIN_MS) reasons.push('too_fast');
  if (before.address >= SUSPICIOUS_FROM) reasons.push('too_many');
  return reasons;
}

export function isTooMuch({ address, card }: Signs['before']): boolean {
  return address >= REFUSED_FROM.address || card >= REFUSED_FROM.card;
}

/** Whether a solved proof of work lets it through: not what a person could not have filled in. */
export function isReleasedByProof(reasons: readonly HeldReason[]): boolean {
  return reasons.length > 0 && !reasons.includes('hidden_field');
}
