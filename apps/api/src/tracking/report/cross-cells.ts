import type { KeyCards } from '../query/usage-scope.js';

/** A value at a row and a column. A null key is of all that has no column of its own. */
export interface Cell {
  readonly cardId: string;
  readonly key: string | null;
  /** Above 0. */
  readonly value: number;
}

export interface NumberedCard {
  readonly id: string;
  /** Its number within the account. */
  readonly number: number;
}

/**
 * What was counted of each card: the largest keys apart, the others of a card together. What was counted of cards that are not
 * asked about is left out.
 * @param columnsAtMost how many keys are told apart
 * @param all what there is of each card under whatever key, when `counted` has the largest keys alone
 */
export function crossCells(
  cards: readonly NumberedCard[],
  counted: readonly KeyCards[],
  columnsAtMost: number,
  all?: readonly KeyCards[],
): Cell[] {
  const places = placesByNumber(cards);
  const columns = counted
    .map(({ key, cards: packed }) => {
      const values = unpacked(packed, places, cards.length);
      return { key, values, total: values.reduce((sum, value) => sum + value, 0) };
    })
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
  const apart = columns.slice(0, columnsAtMost);
  const others = new Float64Array(cards.length);
  const addToOthers = (values: Float64Array, times: 1 | -1): void => {
    for (const [place, value] of values.entries()) others[place] = (others[place] ?? 0) + times * value;
  };
  if (all === undefined) {
    for (const { values } of columns.slice(columnsAtMost)) addToOthers(values, 1);
  } else {
    for (const { cards: packed } of all) addToOthers(unpacked(packed, places, cards.length), 1);
    for (const { values } of apart) addToOthers(values, -1);
  }
  return [...apart, { key: null, values: others }].flatMap(({ key, values }) =>
    cards.flatMap(({ id }, place) => {
      const value = values[place] ?? 0;
      return value > 0 ? [{ cardId: id, key, value }] : [];
    }),
  );
}

/** Where a card stands among those asked about, by its number; -1 where it does not. */
function placesByNumber(cards: readonly NumberedCard[]): Int32Array {
  const places = new Int32Array(1 + Math.max(0, ...cards.map(({ number }) => number))).fill(-1);
  for (const [place, { number }] of cards.entries()) places[number] = place;
  return places;
}

/** By place. A card may be packed several times: a day or month each. */
function unpacked(packed: Buffer, places: Int32Array, size: number): Float64Array {
  const values = new Float64Array(size);
  for (let at = 0; at < packed.length; at += 8) {
    const place = places[packed.readInt32BE(at)] ?? -1;
    if (place >= 0) values[place] = (values[place] ?? 0) + packed.readInt32BE(at + 4);
  }
  return values;
}
