/** Text to HTML, escaped unless it was made here. */

/** Markup that is safe to insert as it is. Only `markup` and `trustedMarkup` make it. */
export class Markup {
  constructor(private readonly source: string) {}
  toString(): string {
    return this.source;
  }
}

/** What a template may hold. `null`, `undefined` and `false` leave nothing behind. */
export type Fragment = Markup | string | number | null | undefined | false | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: Fragment): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * Builds markup with every inserted value escaped, for element content and for attribute values between
 * double quotes. Addresses in attributes need `safeHref` as well: escaping does not stop `javascript:`.
 * The tag is not called `html`: the formatter rewrites those, and white space between elements shows.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
  return new Markup(strings.reduce((made, part, i) => made + render(values[i - 1]) + part));
}

/** Markup from a source that is ours, such as a packaged icon. Never for anything a person typed. */
export function trustedMarkup(source: string): Markup {
  return new Markup(source);
}
