import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

// Of our own: a helper or partial of one program does not show up in another's.
const handlebars = Handlebars.create();

/** What every e-mail is framed by, and the parts that several have. */
for (const part of ['frame', 'buttons']) handlebars.registerPartial(part, sourceOf(part));

/** A template of `mail-templates/`; what is put in is escaped, and all that it names must be there. */
export function mailTemplate(name: string): (words: object) => string {
  return handlebars.compile<object>(sourceOf(name), { strict: true });
}

/** Beside src and dist, because the compiler copies nothing but TypeScript. */
function sourceOf(name: string): string {
  return readFileSync(new URL(`../../../mail-templates/${name}.hbs`, import.meta.url), 'utf8');
}
