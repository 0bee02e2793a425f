import type { PostalAddress } from '@num-ecard/contracts/cards';
import type { NewRecommendation } from '@num-ecard/contracts/referral-form';
import { parseNumber } from '../../cards/page/phone-number.js';

/** Somebody as they are stored: the number in E.164, the address in lower case. */
export interface Person {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export type People =
  | {
      readonly ok: true;
      /** Null when they came by their personal link. */
      readonly ambassador: Person | null;
      readonly prospect: Person & { readonly company: string | null };
    }
  | { readonly ok: false; readonly errors: readonly { path: string; message: string }[] };

const NO_NUMBER = 'is no telephone number; abroad, begin with + and the country code';

/**
 * The two people of a submission.
 * @param place the card's: a number without a country code is first read as one from there, then from France and its overseas places
 */
export function readPeople(
  { ambassador, prospect }: Pick<NewRecommendation, 'ambassador' | 'prospect'>,
  place?: PostalAddress,
): People {
  const errors: { path: string; message: string }[] = [];
  const read = (path: string, { name, phone, email }: Person): Person => {
    const number = phone === null ? null : readNumber(phone, place);
    if (phone !== null && number === null) errors.push({ path: `${path}.phone`, message: NO_NUMBER });
    return { name, phone: number, email };
  };
  const readAmbassador = ambassador === undefined ? null : read('ambassador', ambassador);
  const readProspect = { ...read('prospect', prospect), company: prospect.company };
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, ambassador: readAmbassador, prospect: readProspect };
}

/** New ranges are given out before the metadata knows them: what could be a number is taken for one. None in France begins with 00. */
export function readNumber(typed: string, place?: PostalAddress): string | null {
  const number = parseNumber(typed, place);
  return number?.startsWith('+330') ? null : number;
}
