/**
 * How a figure compares with the one before it:
 * - `none`: both are zero
 * - `new`: it was zero before: there is no percentage of that
 * - `same`, `up`, `down`: with the change as a fraction of the figure before, 0.25 for a quarter more; what would be told as
 *   0 % is the same
 */
export type Delta =
  | { readonly kind: 'none' }
  | { readonly kind: 'new'; readonly more: number }
  | { readonly kind: 'same' | 'up' | 'down'; readonly change: number; readonly more: number };

/** Of it and more, a whole percent is told. */
const TOLD_FROM = 0.005;

export function delta(now: number, before: number): Delta {
  const more = now - before;
  if (before === 0) return now === 0 ? { kind: 'none' } : { kind: 'new', more };
  const change = more / before;
  return { kind: Math.abs(change) < TOLD_FROM ? 'same' : more > 0 ? 'up' : 'down', change, more };
}
