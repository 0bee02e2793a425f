import type { KnownAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import { searchForm } from '../../../lib/card-search';

type Known = KnownAmbassadors['ambassadors'][number];

const digits = (text: string) => text.replaceAll(/\D/g, '');

/** Those whose name, address or number holds every word typed. */
export function findAmbassadors(known: readonly Known[], typed: string): Known[] {
  const words = searchForm(typed).split(/\s+/).filter(Boolean);
  const number = /^[+\d\s().-]+$/.test(typed) ? digits(typed) : '';
  return known.filter(({ name, email, phone, phoneDisplay }) => {
    if (number !== '' && digits(`${phone ?? ''} ${phoneDisplay ?? ''}`).includes(number)) return true;
    const text = searchForm(`${name ?? ''} ${email ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** The one who has this address or number already. */
export function knownAs(
  known: readonly Known[],
  { email, phone }: { readonly email: string; readonly phone: string },
): Known | undefined {
  const address = email.trim().toLowerCase();
  // Without what numbers begin with at home and abroad.
  const number = digits(phone).slice(-9);
  return known.find(
    (one) =>
      (address !== '' && one.email === address) || (number.length === 9 && one.phone?.endsWith(number)),
  );
}
