/** Telephone numbers as the card shows and uses them. */
import type { Phone, PostalAddress } from '@num-ecard/contracts/cards';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

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

/** Beginnings of the postal codes of places with numbering plans of their own, which write "France" all the same. */
const OVERSEAS: Readonly<Record<string, CountryCode>> = {
  971: 'GP',
  972: 'MQ',
  973: 'GF',
  974: 'RE',
  975: 'PM',
  976: 'YT',
};
// Beginnings that France and these places share on paper, but not on the line: 0596… is Martinique's (ARCEP, plan de numérotation).
const OVERSEAS_NATIONAL = /^0(?:262|263|269|590|594|596|639|69[0-7])/;
// The numbers that ARCEP keeps for works of fiction are of no plan, so they would be taken for Mayotte's.
const FICTION = /^\+3363998/;

/**
 * A number as people write it, in E.164; null for what cannot be one. Without a country code it is of the address's
 * country, else of France, else of the overseas place whose plan has it: 0692… is of La Réunion wherever it is typed in France.
 */
export function parseNumber(typed: string, address?: PostalAddress): string | null {
  const home = homeOf(address);
  const read = (country: CountryCode) =>
    parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false });
  const overseas = () => Object.values(OVERSEAS).map(read);
  if (home === 'FR' && OVERSEAS_NATIONAL.test(typed.replace(/\D/g, ''))) {
    const there = overseas().find((one) => one?.isValid());
    if (there) return there.number;
  }
  const first = read(home);
  if (first?.isValid() || FICTION.test(first?.number ?? '')) return first?.number ?? null;
  const other = [read('FR'), ...overseas()].find((one) => one?.isValid());
  return other?.number ?? (first?.isPossible() ? first.number : null);
}

function homeOf({ country = 'FR', postalCode = '' }: PostalAddress = {}): CountryCode {
  if (country === 'FR') return OVERSEAS[postalCode.slice(0, 3)] ?? 'FR';
  return isSupportedCountry(country) ? country : 'FR';
}
