/**
 * What a prospect reads before they answer. A version that has landed is never changed: the proof of a consent names it. New words are
 * a new version, and the page then shows that one.
 */
import { Locale } from '@num-ecard/contracts/locale';

export interface ConsentPeople {
  /** Whoever recommended, as they called themselves; null once erased. */
  readonly ambassador: string | null;
  /** The card's owner, with the company. */
  readonly holder: string;
  /** For which the data is kept without an agreement. */
  readonly days: number;
}

export interface ConsentWording {
  readonly title: string;
  /** Who gave the data, and to whom. */
  readonly intro: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** What the two answers mean. */
  readonly meaning: string;
  /** Heading and text: who holds the data, why, which, how long, rights. `contact`: the owner's address. */
  readonly about: (contact: string | null) => readonly (readonly [heading: string, text: string])[];
}

type Version = Readonly<Record<Locale, (people: ConsentPeople) => ConsentWording>>;

const VERSIONS = {
  '2026-11': {
    fr: ({ ambassador, holder, days }) => {
      const who = ambassador ?? 'Une personne qui vous connaît';
      return {
        title: `${who} vous recommande à ${holder}`,
        intro: `${who} a transmis vos coordonnées à ${holder}, en déclarant que vous étiez d’accord. Votre accord ne compte que si vous le donnez vous-même, ici.`,
        question: `Acceptez-vous que ${holder} vous appelle ou vous écrive pour vous présenter ses services\u00a0?`,
        yes: 'Oui, rappelez-moi',
        no: 'Non merci',
        meaning:
          'Si vous ne répondez pas, rien n’est enregistré. Si vous répondez, la date, votre réponse et le texte de cette page sont conservés comme preuve. Vous pouvez changer d’avis ici, à tout moment.',
        about: (contact) => [
          [
            'Qui détient vos données',
            `${holder} en est responsable. NUM-ECARD, qui fournit ce service, les traite pour son seul compte, en qualité de sous-traitant.`,
          ],
          [
            'Lesquelles, et d’où elles viennent',
            `Votre nom, votre téléphone ou votre adresse e-mail, et, s’ils ont été indiqués, votre société, le lien entre vous et un mot sur votre besoin. Elles ont été données par ${ambassador ?? 'la personne qui vous a recommandé'}.`,
          ],
          [
            'Pourquoi',
            'Vous contacter au sujet de cette recommandation, et rien d’autre. L’appel commercial repose sur votre accord (Code de la consommation, article L.223-1), la conservation de la recommandation sur l’intérêt légitime de ' +
              `${holder}.`,
          ],
          [
            'Combien de temps',
            `Sans accord de votre part et sans échange avec vous, elles sont effacées au bout de ${days}\u00a0jours. Sinon, trois ans au plus après le dernier contact.`,
          ],
          [
            'Vos droits',
            `Vous pouvez ici, sans compte, retirer votre accord, faire effacer vos données et vous opposer à toute nouvelle recommandation. Pour y accéder, les corriger ou en limiter l’usage, adressez-vous à ${holder}${contact === null ? '' : ` (${contact})`}. Vous pouvez aussi adresser une réclamation à la CNIL (cnil.fr).`,
          ],
        ],
      };
    },
    en: ({ ambassador, holder, days }) => {
      const who = ambassador ?? 'Somebody who knows you';
      return {
        title: `${who} recommends you to ${holder}`,
        intro: `${who} passed your contact details on to ${holder} and declared that you agreed. Your consent only counts if you give it yourself, here.`,
        question: `Do you agree that ${holder} calls or writes to you to present their services?`,
        yes: 'Yes, call me back',
        no: 'No thank you',
        meaning:
          'If you do not answer, nothing is recorded. If you do, the date, your answer and the text of this page are kept as proof. You may change your mind here at any time.',
        about: (contact) => [
          [
            'Who holds your data',
            `${holder} is its controller. NUM-ECARD, which provides this service, processes it as a processor, for that owner alone.`,
          ],
          [
            'Which data, and where it comes from',
            `Your name, your phone number or your email address and, if they were given, your company, what you are to each other and a word on what you need. It was given by ${ambassador ?? 'the person who recommended you'}.`,
          ],
          [
            'Why',
            'To contact you about this recommendation, and for nothing else. A sales call rests on your consent (French Code de la consommation, article L.223-1), keeping the recommendation on the legitimate interest of ' +
              `${holder}.`,
          ],
          [
            'How long',
            `Without your consent and without any exchange with you, it is erased after ${days} days. Otherwise three years after the last contact at most.`,
          ],
          [
            'Your rights',
            `Here, without an account, you may withdraw your consent, have your data erased and object to any new recommendation. To access it, correct it or restrict its use, write to ${holder}${contact === null ? '' : ` (${contact})`}. You may also complain to the CNIL (cnil.fr).`,
          ],
        ],
      };
    },
  },
} as const satisfies Readonly<Record<string, Version>>;

export type ConsentVersion = keyof typeof VERSIONS;

/** The one that is shown now. */
export const CONSENT_VERSION: ConsentVersion = '2026-11';

/** The words of a version. Null for one that nobody knows. */
export function consentWording(
  version: string,
  locale: Locale,
  people: ConsentPeople,
): ConsentWording | null {
  if (!Object.hasOwn(VERSIONS, version)) return null;
  return VERSIONS[version as ConsentVersion][locale](people);
}

/** What is kept of the words that somebody answered to: their version and language, such as `2026-11 fr`. */
export function shownWording(version: ConsentVersion, locale: Locale): string {
  return `${version} ${locale}`;
}

/** The same read again; null for what nobody has written so. */
export function readWording(kept: string | null): { version: string; language: Locale } | null {
  const [version = '', language = ''] = kept?.split(' ') ?? [];
  const known = Locale.safeParse(language);
  return known.success ? { version, language: known.data } : null;
}
