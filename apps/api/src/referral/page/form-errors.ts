/** What is wrong with what was typed, in words: on the page that comes back, and beside the fields while typing. */
import type { Locale } from '@num-ecard/contracts/locale';

/** Where an answer's `errors` point to. Of a refusal that concerns no field, the path is empty and the message its status. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** As a form sends it: every value by its field's name. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** Fields in the order in which they stand; what has no field of its own is said at the top alone. */
export const FIELDS = [
  'ambassador.name',
  'ambassador.phone',
  'ambassador.email',
  'prospect.name',
  'prospect.phone',
  'prospect.email',
  'prospect.company',
  'relation',
  'message',
  'declaration',
] as const;
export type FieldName = (typeof FIELDS)[number];

type Sentences = Readonly<Record<FieldName, { readonly missing: string; readonly wrong: string }>>;

const NUMBER_FR = 'Ce numéro n’existe pas. Vérifiez-le, avec l’indicatif s’il est étranger (+32…).';
const EMAIL_FR = 'Cette adresse e-mail n’est pas complète, comme nom@exemple.fr.';
const LONG_FR = 'C’est trop long\u00a0:';
const NUMBER_EN = 'There is no such number. Check it, with its country code if it is from abroad (+32…).';
const EMAIL_EN = 'This email address is not complete, such as name@example.com.';
const LONG_EN = 'This is too long:';

const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  fr: {
    'ambassador.name': { missing: 'Indiquez votre nom.', wrong: `${LONG_FR} 120 caractères au plus.` },
    'ambassador.phone': { missing: 'Indiquez votre téléphone ou votre e-mail.', wrong: NUMBER_FR },
    'ambassador.email': { missing: 'Indiquez votre téléphone ou votre e-mail.', wrong: EMAIL_FR },
    'prospect.name': { missing: 'Indiquez son nom.', wrong: `${LONG_FR} 120 caractères au plus.` },
    'prospect.phone': { missing: 'Indiquez son téléphone ou son e-mail.', wrong: NUMBER_FR },
    'prospect.email': { missing: 'Indiquez son téléphone ou son e-mail.', wrong: EMAIL_FR },
    'prospect.company': { missing: '', wrong: `${LONG_FR} 120 caractères au plus.` },
    relation: { missing: '', wrong: `${LONG_FR} 80 caractères au plus.` },
    message: { missing: '', wrong: `${LONG_FR} 12\u202f000 caractères au plus.` },
    declaration: {
      missing: 'Confirmez que cette personne est d’accord.',
      wrong: 'Confirmez que cette personne est d’accord.',
    },
  },
  en: {
    'ambassador.name': { missing: 'Enter your name.', wrong: `${LONG_EN} 120 characters at most.` },
    'ambassador.phone': { missing: 'Enter your phone number or your email.', wrong: NUMBER_EN },
    'ambassador.email': { missing: 'Enter your phone number or your email.', wrong: EMAIL_EN },
    'prospect.name': { missing: 'Enter their name.', wrong: `${LONG_EN} 120 characters at most.` },
    'prospect.phone': { missing: 'Enter their phone number or their email.', wrong: NUMBER_EN },
    'prospect.email': { missing: 'Enter their phone number or their email.', wrong: EMAIL_EN },
    'prospect.company': { missing: '', wrong: `${LONG_EN} 120 characters at most.` },
    relation: { missing: '', wrong: `${LONG_EN} 80 characters at most.` },
    message: { missing: '', wrong: `${LONG_EN} 12,000 characters at most.` },
    declaration: {
      missing: 'Confirm that this person agrees.',
      wrong: 'Confirm that this person agrees.',
    },
  },
};

const OTHERWISE: Readonly<Record<Locale, string>> = {
  fr: 'Quelque chose n’a pas pu être lu. Vérifiez ce que vous avez saisi.',
  en: 'Something could not be read. Check what you typed.',
};
/** By the status of an answer that concerns no field. */
const REFUSALS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: {
    '429': 'Trop d’envois en peu de temps. Réessayez dans quelques minutes.',
    '503': 'Le service ne répond pas. Réessayez dans un instant.',
  },
  en: {
    '429': 'Too many were sent in a short time. Try again in a few minutes.',
    '503': 'The service does not answer. Try again in a moment.',
  },
};
const LINK_ENDED: Readonly<Record<Locale, string>> = {
  fr: 'Votre lien personnel n’est plus valable. Indiquez qui vous êtes.',
  en: 'Your personal link is no longer valid. Enter who you are.',
};

const isField = (path: string): path is FieldName => (FIELDS as readonly string[]).includes(path);

/** Of a whole person, the first thing that they lack. */
function fieldOf(path: string, typed: Typed): FieldName | null {
  if (path === 'ambassador' || path === 'prospect')
    return (typed[`${path}.name`] ?? '').trim() === '' ? `${path}.name` : `${path}.phone`;
  return isField(path) ? path : null;
}

export interface FieldSentence {
  /** Null for what concerns no field. */
  readonly field: FieldName | null;
  readonly sentence: string;
}

/** One sentence a field, in the order of the fields; what concerns none comes last. */
export function errorSentences(errors: readonly FieldError[], typed: Typed, locale: Locale): FieldSentence[] {
  const found = new Map<FieldName | null, string>();
  for (const { path, message } of errors) {
    const field = fieldOf(path, typed);
    if (found.has(field)) continue;
    if (field === null)
      found.set(null, path === 'via' ? LINK_ENDED[locale] : (REFUSALS[locale][message] ?? OTHERWISE[locale]));
    else {
      const { missing, wrong } = SENTENCES[locale][field];
      found.set(field, (typed[field] ?? '').trim() === '' && missing !== '' ? missing : wrong);
    }
  }
  return [...FIELDS, null].flatMap((field) => {
    const sentence = found.get(field);
    return sentence === undefined ? [] : [{ field, sentence }];
  });
}
