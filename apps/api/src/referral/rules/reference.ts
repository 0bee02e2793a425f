/** Without what is easily heard or read as something else. */
const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679';

/** What people call a recommendation by, such as `KXM-4T7`: told from its id, and by far not unique over all accounts. */
export function referenceOf(id: string): string {
  let rest = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  let letters = '';
  for (let place = 0; place < 6; place += 1) {
    letters += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}
