/** Names as the pages of a recommendation say them. */

const TITLES = new Set([
  'm',
  'mr',
  'mme',
  'mlle',
  'mrs',
  'ms',
  'miss',
  'dr',
  'pr',
  'me',
  'monsieur',
  'madame',
]);

const wordsOf = (name: string): string[] => shownName(name).split(/\s+/u);
const isTitle = (word = ''): boolean => TITLES.has(word.toLowerCase().replace(/\.$/, ''));

/** What a friend calls them: the first name, or all of "Mme Dubois". */
export function calledName(name: string): string {
  const [first = ''] = wordsOf(name);
  return isTitle(first) ? shownName(name) : first;
}

/** Without the marks that would turn round the direction of whatever stands beside it. */
export function shownName(name: string): string {
  return name.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();
}

/** The card's owner as people know them: with the company, unless it is the same. */
export function holderName({ name, company }: { name: string; company?: string | undefined }): string {
  return company !== undefined && company !== name ? `${name} (${company})` : name;
}
