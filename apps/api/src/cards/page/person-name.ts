/** The parts of a name, for address books and initials. */

const TITLES = new Set(['m', 'mr', 'mme', 'mlle', 'mrs', 'ms', 'dr', 'pr', 'me', 'maître']);
const PARTICLES = new Set(
  'de du des la le les van von der den ter zu zum di da dal del della dos das do el al ben bin'.split(' '),
);

export interface PersonName {
  /** Title: "Dr". */
  prefix: string;
  given: string;
  family: string;
}

const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/, ''));
const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase()) || /^d['’]\p{L}/iu.test(word);
const isCapitals = (word: string): boolean => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();

/**
 * Splits a name as it is written in France: given names first. The family name is the last word, together
 * with the particles before it ("de Gaulle", "van der Berg") and with the other words in capitals before it
 * ("Anne DUPONT MOREL"). A single word is a given name, so that address books show it alone.
 */
export function splitName(name: string): PersonName {
  const words = name.split(/\s+/).filter(Boolean);
  const prefix = words.length > 1 && isTitle(words[0]!) ? words.shift()! : '';
  if (words.length < 2) return { prefix, given: words.join(' '), family: '' };
  let start = words.length - 1;
  const capitals = isCapitals(words[start]!) && !words.every(isCapitals);
  while (start > 1 && (isParticle(words[start - 1]!) || (capitals && isCapitals(words[start - 1]!)))) start--;
  return { prefix, given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

function firstLetter(text: string): string {
  const [first] = graphemes.segment(text);
  return first?.segment.toLocaleUpperCase('fr') ?? '';
}

/** One or two letters to stand for a missing photo; never half a letter or half an emoji. */
export function initials(name: string): string {
  const { given, family } = splitName(name);
  const last = family.split(' ').find((word) => !PARTICLES.has(word.toLowerCase())) ?? '';
  return firstLetter(given) + firstLetter(last);
}
