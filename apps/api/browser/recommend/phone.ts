import { AsYouType, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** The number with its spaces, as far as it is typed. What is no number stays as it is. */
export function formatNumber(typed: string): string {
  if (!/^\+?[\d\s().-]+$/.test(typed)) return typed;
  const formatted = new AsYouType('FR', metadata).input(typed);
  return digitsOf(formatted) === digitsOf(typed) ? formatted : typed;
}

/** Whether it may be a number, by its letters and its length; the server knows every numbering plan, and decides. */
export function mayBeNumber(typed: string): boolean {
  if (/[^\d\s()./+-]/.test(typed)) return false;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: 'FR', extract: false }, metadata);
  if (number !== undefined) return number.isPossible();
  // Of a country that is not known here.
  return /^(?:\+|00)/.test(typed.trim()) && digitsOf(typed).length >= 8;
}
