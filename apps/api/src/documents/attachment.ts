import { create } from 'content-disposition';

/** Of one part: an owner may have a very long name, and a file system takes 255 bytes. */
const MAX_PART = 60;

/**
 * The Content-Disposition (RFC 6266) of a file to be saved: `num-ecard-` and the parts, in small letters without accents, such as
 * `num-ecard-recommandations-patrice-durand-2026-11-01-2026-11-30.csv`. What has no such letters is left out.
 */
export function attachment(parts: readonly (string | undefined)[], extension: string): string {
  return create(fileName(parts, extension));
}

/** The name alone, such as `num-ecard-patrice-2026-11.pdf`. */
export function fileName(parts: readonly (string | undefined)[], extension: string): string {
  const name = ['num-ecard', ...parts.map((part) => plainLetters(part ?? ''))].filter(Boolean).join('-');
  return `${name}.${extension}`;
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_PART)
    .replace(/^-|-$/g, '');
}
