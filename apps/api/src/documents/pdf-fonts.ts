import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type GlyphRun } from 'fontkit';

/** Words and numbers of which the letters' places are remembered: finding them is most of the work of a file. */
const REMEMBERED = 4000;
const LONGEST_REMEMBERED = 24;

/**
 * Inter whole: Latin, Greek, Cyrillic and Vietnamese in one file. The fonts that every PDF reader has print the spaces of French
 * numbers (U+202F) as "/", and web fonts are cut into one file a script.
 */
export const FONTS = { regular: open('400Regular'), strong: open('600SemiBold') };

/** Stands for what the font cannot draw. */
const UNKNOWN = '\u25a1';
/** All of it is in the font: most texts need no closer look. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u017f\u200b\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac]*$/;
/** Marks on one letter; more of them would climb out of the line. */
const TOWER = /(\p{M}{2})\p{M}+/gu;
/** Where a word may be broken that is longer than any: finding that out letter by letter takes pdfkit seconds. */
const ENDLESS_WORD = /\S{40}(?=\S{40})/gu;
const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Little pictures and flags, which say little without their colours. */
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u;

/** A text as the font can draw it: without pictures, and with a sign of its own for each letter that it lacks. */
export function drawable(text: string): string {
  // The narrow space between the thousands of French numbers is too narrow to be seen in this font.
  const spaced = text.replaceAll('\u202f', '\u00a0').replace(ENDLESS_WORD, '$&\u200b');
  if (PLAIN.test(spaced)) return spaced;
  const composed = spaced.normalize('NFC').replace(TOWER, '$1');
  return Array.from(letters.segment(composed), ({ segment }) => {
    if (segment === '\n' || Array.from(segment).every(isDrawn)) return segment;
    return PICTURE.test(segment) ? '' : UNKNOWN;
  })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The text where all its letters can be drawn, else what stands for it. */
export function drawnOr(text: string, instead: string): string {
  const drawn = drawable(text);
  return drawn === '' || drawn.includes(UNKNOWN) ? instead : text;
}

function isDrawn(letter: string): boolean {
  return FONTS.regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}

function open(weight: '400Regular' | '600SemiBold'): Font {
  const path = `@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`;
  return remembering(create(readFileSync(createRequire(import.meta.url).resolve(path))) as Font);
}

/** What fontkit keeps of each shape that it has met, with the letter that it was met for first. Its types do not tell. */
interface FontInternals {
  _glyphs: Record<number, unknown>;
}

function remembering(font: Font): Font {
  const runs = new Map<string, GlyphRun>();
  const whole = font.layout.bind(font);
  const layout: Font['layout'] = (...asked) => {
    // One shape serves letters of several scripts (I, Ι, І): met for Greek in a file before, it would be read out as Greek in this one.
    (font as unknown as FontInternals)._glyphs = {};
    return whole(...asked);
  };
  font.layout = (text, features, ...more) => {
    if (text.length > LONGEST_REMEMBERED || more.length > 0) return layout(text, features, ...more);
    const key = `${text}\n${JSON.stringify(features ?? null)}`;
    let run = runs.get(key);
    if (run === undefined) {
      run = layout(text, features);
      if (runs.size >= REMEMBERED) runs.clear();
      runs.set(key, run);
    }
    // pdfkit writes into the places that it is given.
    const positions = run.positions.map((place) => ({ ...place }));
    return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as GlyphRun, run, { positions });
  };
  return font;
}
