/**
 * What a key counts of many cards, in a few bytes each. An entry has 4 bytes, big-endian: the card's number within its account,
 * and in the lower 12 bits the count. A count that is too large for them is 0 there, and follows in 4 bytes more.
 */

const COUNT_BITS = 12;
const COUNT_MASK = (1 << COUNT_BITS) - 1;

/** An entry, in SQL: the card's is the column `number`, and the count the expression that is given. */
export function packedEntry(count: string): string {
  return `
    CASE WHEN ${count} BETWEEN 1 AND ${COUNT_MASK} THEN int4send((number << ${COUNT_BITS}) | ${count})
         ELSE int4send(number << ${COUNT_BITS}) || int4send(${count}) END`;
}

/**
 * Adds to `values` what is counted. In one plain loop: a year of hundreds of cards is a hundred thousand counts.
 * @param places by a card's number, its place in `values`; -1 for one that is left out
 */
export function unpackCards(packed: Buffer, places: Int32Array, values: Float64Array): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  for (let at = 0; at < packed.length; at += 4) {
    const head = view.getUint32(at);
    const place = places[head >>> COUNT_BITS] ?? -1;
    let count = head & COUNT_MASK;
    if (count === 0) count = view.getInt32((at += 4));
    if (place >= 0) values[place] = (values[place] ?? 0) + count;
  }
}

/** The same counts, each card once, in the order of numbers. */
export function repackCards(packed: Buffer): Buffer {
  let most = 0;
  for (let at = 0; at < packed.length; at += 4) {
    const head = packed.readUInt32BE(at);
    most = Math.max(most, head >>> COUNT_BITS);
    if ((head & COUNT_MASK) === 0) at += 4;
  }
  const counts = new Float64Array(most + 1);
  unpackCards(
    packed,
    Int32Array.from(counts, (_, number) => number),
    counts,
  );
  const repacked = Buffer.alloc(packed.length);
  let end = 0;
  for (const [number, count] of counts.entries()) {
    if (count === 0) continue;
    const fits = count <= COUNT_MASK;
    end = repacked.writeUInt32BE(number * 2 ** COUNT_BITS + (fits ? count : 0), end);
    if (!fits) end = repacked.writeInt32BE(count, end);
  }
  return repacked.subarray(0, end);
}
