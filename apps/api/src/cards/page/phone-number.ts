/** Telephone numbers as the card shows and uses them. */
import type { Phone } from '@num-ecard/contracts/cards';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** As a visitor reads it: `06 12 34 56 78` for France, else `+32 470 12 34 56`. `number` in E.164. */
export function displayNumber(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.countryCallingCode === '33' ? parsed.formatNational() : parsed.formatInternational();
}

/**
 * Whether a text message can reach the number. The numbering plan decides; the owner's word counts where
 * the plan does not tell mobiles apart (North America) or does not know the number.
 */
export function takesMessages({ number, kind }: Phone): boolean {
  switch (parsePhoneNumberFromString(number)?.getType()) {
    case 'MOBILE':
      return true;
    case 'FIXED_LINE_OR_MOBILE':
    case undefined:
      return kind === 'mobile';
    default:
      return false;
  }
}
