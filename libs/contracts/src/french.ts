/** French that depends on the word that follows. */

/** « de » before a name, with its elision; an h is left alone, as it may be aspirated. */
export function ofName(name: string): string {
  return (/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(name) ? 'd’' : 'de ') + name;
}
