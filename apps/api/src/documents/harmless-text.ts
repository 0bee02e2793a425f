// Marks that turn the direction of what follows, or that hide in a text; a name needs none of them.
const STEERING = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** What people typed, for a file: nothing in it steers the program that shows it. Line breaks stay, as `\n`. */
export function harmlessText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(STEERING, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}+/gu, ' ')
    .trim();
}

/** The same on one line. */
export function harmlessLine(text: string): string {
  return harmlessText(text).replace(/\s*\n\s*/g, ' ');
}
