/**
 * What was sent from this entry of the tab's history. Whoever goes to their messages to forward the prospect's page may come back to a
 * page that was loaded anew, and would find an empty form, the page to forward gone. Kept in no storage: it is there for this entry
 * alone, and goes with the tab.
 */
import type { RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import type { Typed } from '../../src/referral/page/form-errors.js';

export interface SentForm {
  readonly receipt: RecommendationReceipt;
  readonly typed: Typed;
}

export function readSent(): SentForm | null {
  const state = history.state as { sent?: SentForm } | null;
  return state?.sent ?? null;
}

export function keepSent(sent: SentForm): void {
  history.replaceState({ sent }, '');
}

export function forgetSent(): void {
  if (readSent() !== null) history.replaceState(null, '');
}
