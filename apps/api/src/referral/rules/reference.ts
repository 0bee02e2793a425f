/** Without what is easily taken for something else, since people say it aloud and write it down. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 6;

/** What a recommendation is called between people, such as `K7Q-M2X`. From the end of its id, which is random in every version. */
export function referenceOf(id: string): string {
  const letters: string[] = [];
  let rest = Number.parseInt(id.slice(-12), 16);
  for (let index = 0; index < LENGTH; index += 1) {
    letters.push(LETTERS[rest % LETTERS.length] as string);
    rest = Math.floor(rest / LETTERS.length);
  }
  const said = letters.join('').toUpperCase();
  return `${said.slice(0, LENGTH / 2)}-${said.slice(LENGTH / 2)}`;
}
