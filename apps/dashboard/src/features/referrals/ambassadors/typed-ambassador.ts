import { NewAmbassador } from '@num-ecard/contracts/referral-ambassadors';

/** As it is in the fields: nothing is the empty text. */
export interface TypedAmbassador {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export type AmbassadorProblem = 'name' | 'email' | 'unreachable';

/** What is sent. */
export function asNewAmbassador({ name, email, phone }: TypedAmbassador): NewAmbassador {
  const typed = (text: string) => (text.trim() === '' ? null : text.trim());
  return { name: name.trim(), email: typed(email), phone: typed(phone) };
}

/** What is wrong with which field, as far as one can tell without the numbering plans. */
export function ambassadorProblems(
  typed: TypedAmbassador,
): Partial<Record<keyof TypedAmbassador, AmbassadorProblem>> {
  const wanted = asNewAmbassador(typed);
  const found = NewAmbassador.safeParse(wanted);
  const paths = new Set(found.error?.issues.map(({ path }) => path[0]));
  return {
    ...(paths.has('name') ? { name: 'name' } : {}),
    ...(wanted.email === null && wanted.phone === null
      ? { email: 'unreachable' }
      : paths.has('email')
        ? { email: 'email' }
        : {}),
  };
}
