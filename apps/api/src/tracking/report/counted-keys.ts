import type { KeyCards } from '../query/usage-scope.js';
import { unpackCards } from '../store/packed-cards.js';

/** What a key counts of each card. A null key is of all that is not told apart. */
export interface CountedKey {
  readonly key: string | null;
  /** In the order of the cards. */
  readonly values: Float64Array;
}

export interface NumberedCard {
  readonly id: string;
  /** Its number within the account. */
  readonly number: number;
}

/**
 * What was counted of each card: the largest keys apart, largest first, then all others together. What was counted of cards that
 * are not asked about is left out, and so is a key that counts nothing.
 * @param atMost how many keys are told apart
 * @param all what there is of each card under whatever keys, when `packed` has the largest keys alone
 */
export function countedKeys(
  cards: readonly NumberedCard[],
  packed: readonly KeyCards[],
  atMost: number,
  all?: readonly KeyCards[],
): CountedKey[] {
  const places = placesByNumber(cards);
  const byKey = valuesByKey(cards, packed);
  const keys = Array.from(byKey, ([key, values]) => ({ key, values, total: sum(values) })).toSorted(byTotal);
  const [apart, rest] = [keys.slice(0, atMost), keys.slice(atMost)];
  const others = new Float64Array(cards.length);
  if (all === undefined) {
    for (const { values } of rest) add(others, values, 1);
  } else {
    for (const { cards: ofKey } of all) unpackCards(ofKey, places, others);
    for (const { values } of apart) add(others, values, -1);
  }
  return [...apart, { key: null, values: others }].filter(({ values }) => sum(values) > 0);
}

/** What each key counts of each card, in the order of the cards. */
export function valuesByKey(
  cards: readonly NumberedCard[],
  packed: readonly KeyCards[],
): Map<string, Float64Array> {
  const places = placesByNumber(cards);
  const byKey = new Map<string, Float64Array>();
  for (const { key, cards: ofKey } of packed) {
    const values = byKey.get(key) ?? new Float64Array(cards.length);
    byKey.set(key, values);
    unpackCards(ofKey, places, values);
  }
  return byKey;
}

interface Key {
  readonly key: string;
  readonly total: number;
}

/** Equal ones by their names. */
function byTotal(one: Key, other: Key): number {
  return other.total - one.total || (one.key < other.key ? -1 : 1);
}

/** Where a card stands among those asked about, by its number; -1 where it does not. */
function placesByNumber(cards: readonly NumberedCard[]): Int32Array {
  const places = new Int32Array(1 + Math.max(0, ...cards.map(({ number }) => number))).fill(-1);
  for (const [place, { number }] of cards.entries()) places[number] = place;
  return places;
}

function add(values: Float64Array, added: Float64Array, times: 1 | -1): void {
  for (let place = 0; place < values.length; place += 1)
    values[place] = (values[place] ?? 0) + times * (added[place] ?? 0);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
