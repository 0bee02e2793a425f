/** A profile as its owner typed it → as it is stored. */
import type { TypedProfile } from '@num-ecard/contracts/card-editing';
import type { CardProfile } from '@num-ecard/contracts/cards';
import { ValidationFailed } from '../http/problem-error.js';
import { parseNumber } from './page/phone-number.js';

interface Read {
  profile: CardProfile;
  /** Paths of the numbers that cannot be; the profile is without them. */
  impossible: string[];
}

function read({ phones, whatsapp, ...rest }: TypedProfile): Read {
  const impossible: string[] = [];
  const number = (typed: string, path: string): string | null => {
    const parsed = parseNumber(typed, rest.address);
    if (parsed === null) impossible.push(path);
    return parsed;
  };
  const readPhones = phones.flatMap(({ kind, number: typed }, index) => {
    const parsed = number(typed, `profile.phones.${index}.number`);
    return parsed === null ? [] : [{ kind, number: parsed }];
  });
  const readWhatsapp = whatsapp === undefined ? null : number(whatsapp, 'profile.whatsapp');
  return {
    profile: { ...rest, phones: readPhones, ...(readWhatsapp === null ? {} : { whatsapp: readWhatsapp }) },
    impossible,
  };
}

/** @throws {ValidationFailed} naming each number that cannot be one */
export function storedProfile(typed: TypedProfile): CardProfile {
  const { profile, impossible } = read(typed);
  if (impossible.length === 0) return profile;
  throw new ValidationFailed(
    impossible.map((path) => ({ path, message: 'must be a telephone number such as 06 12 34 56 78' })),
  );
}

/** The same without the numbers that cannot be. */
export function possibleProfile(typed: TypedProfile): CardProfile {
  return read(typed).profile;
}
