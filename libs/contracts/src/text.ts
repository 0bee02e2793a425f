/** Building blocks for text that people type or that browsers send. */
import { z } from 'zod';

// C0 and C1 controls, DEL; PostgreSQL cannot store NUL, and no control character belongs in a name or an address.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
// oxlint-disable-next-line no-control-regex
const CONTROL_EXCEPT_NEWLINE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** True for a string without lone surrogates, which have no UTF-8 form. */
function isWellFormed(value: string): boolean {
  return !/\p{Surrogate}/u.test(value);
}

/** One line of text: trimmed, well-formed, without control characters, 1 to `max` characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isWellFormed, 'must be well-formed Unicode')
    .refine((value) => !CONTROL.test(value), 'must not contain control characters');
}

/** Text that may break over several lines. */
export function paragraph(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isWellFormed, 'must be well-formed Unicode')
    .refine((value) => !CONTROL_EXCEPT_NEWLINE.test(value), 'must not contain control characters');
}

/**
 * One line that somebody types on a public form: nothing of it is refused but for its length. What cannot be kept or shown (control
 * characters, line breaks, half of a character) becomes a space or the sign for an unreadable one.
 */
export function typedLine(max: number) {
  return z
    .string()
    .transform((value) =>
      value
        .replace(/\p{Surrogate}/gu, '\u{fffd}')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(max));
}

/** The same for text that may break over several lines. */
export function typedParagraph(max: number) {
  return z
    .string()
    .transform((value) =>
      value
        .replace(/\p{Surrogate}/gu, '\u{fffd}')
        .replace(/\r\n?/g, '\n')
        .replace(/(?!\n)\p{Cc}+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(max));
}

/** An absolute http(s) address, at most `max` characters. Anything else (`javascript:`, `data:`) is refused. */
export function webAddress(max: number) {
  return line(max).pipe(z.url({ protocol: /^https?$/ }));
}
