/** What stands within the last bytes of a whole file; a CSV has no such mark. */
const MARKS: Readonly<Record<string, string>> = { pdf: '%%EOF', xlsx: 'PK\u0005\u0006' };

/** Bytes at the end of a file in which its mark is looked for. */
export const TAIL = 1024;

/**
 * Whether a file may be whole. Not every proxy on the way tells that an answer has broken off.
 * @param tail its last bytes, at most {@link TAIL}
 */
export function hasItsEnd(name: string, tail: Uint8Array): boolean {
  const mark = MARKS[name.slice(name.lastIndexOf('.') + 1)];
  return mark === undefined || new TextDecoder('latin1').decode(tail).includes(mark);
}
