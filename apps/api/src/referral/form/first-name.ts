import { splitName } from '../../cards/page/person-name.js';

const A_NAME = /^\p{L}[\p{L}\p{M}'’ -]{0,38}$/u;

/** What somebody is called by, for a subject that shows on locked screens; null for what may be something else than a name. */
export function firstName(name: string): string | null {
  const { given } = splitName(name.normalize('NFC'));
  return A_NAME.test(given) ? given : null;
}
