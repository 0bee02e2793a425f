/** What a search compares: small letters without accents, and one space where there were several. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Everything of a recommendation that it can be found by. Numbers stand in it as they are stored (+33612345678) and as people write
 * them in France (0612345678): {@link searchTerms} takes the spaces out of what looks like a number.
 */
export function searchText(parts: readonly (string | null)[], numbers: readonly (string | null)[]): string {
  const written = numbers.flatMap((number) => {
    if (number === null) return [];
    return number.startsWith('+33') ? [number, `0${number.slice(3)}`] : [number];
  });
  return [...parts.filter((part) => part !== null).map(searchable), ...written].join('\n');
}

/** The words of a search, each of which must be found; a number is one word, whatever its spaces and dots. */
export function searchTerms(typed: string): string[] {
  const digits = typed.replace(/[\s.()/-]/g, '');
  if (/^\+?\d{2,}$/.test(digits)) return [digits];
  return searchable(typed).split(' ').filter(Boolean);
}
