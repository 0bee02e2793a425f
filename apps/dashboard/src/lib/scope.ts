/** Whose figures a screen shows: one card's, or those of all the account's cards as one. */
import type { CardSummary } from '@num-ecard/contracts/cards';
import { EVERY_CARD } from './usage-search';

export type Scope = CardSummary | typeof EVERY_CARD;

/** What tells scopes apart in query keys. */
export function scopeKey(scope: Scope): string {
  return scope === EVERY_CARD ? EVERY_CARD : scope.id;
}

/** Where a report of a scope is answered. */
export function reportPath(scope: Scope, report: string): string {
  return scope === EVERY_CARD
    ? `/api/stats/consolidated/${report}`
    : `/api/cards/${scope.id}/stats/${report}`;
}
