/** What the e-mail that thanks an ambassador says; the screen that sends it shows the same. */
import { ofName } from './french.js';
import type { Locale } from './locale.js';

const TEXTS = {
  fr: {
    subject: 'Merci pour votre recommandation',
    heading: 'Merci\u00a0!',
    unsaid: 'Vous avez parlé de moi autour de vous, et cela compte beaucoup\u00a0: merci de votre confiance.',
    label: 'Voir mes recommandations',
    notes: (owner: string) => [
      'Ce lien vous est personnel\u00a0: il montre où en sont les personnes que vous avez recommandées.',
      `Vous recevez cet e-mail de la part ${ofName(owner)}, par NUM-ECARD, parce que vous lui avez laissé votre adresse en recommandant quelqu’un.`,
    ],
  },
  en: {
    subject: 'Thank you for your recommendation',
    heading: 'Thank you!',
    unsaid: 'You spoke about me to people you know, and that means a lot: thank you for your trust.',
    label: 'See my recommendations',
    notes: (owner: string) => [
      'This link is yours alone: it shows how it goes with the people you recommended.',
      `You receive this e-mail from ${owner}, by NUM-ECARD, because you left them your address when you recommended somebody.`,
    ],
  },
} as const;

interface ThanksText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: string[];
  /** Of the button that leads to the ambassador's own page. */
  readonly label: string;
  readonly notes: string[];
}

/**
 * @param owner who thanks
 * @param words of their own; null for ours
 */
export function thanksText(locale: Locale, owner: string, words: string | null): ThanksText {
  const { subject, heading, unsaid, label, notes } = TEXTS[locale];
  const said = words === null ? [unsaid] : words.split(/\n+/);
  return { subject, heading, paragraphs: [...said, owner], label, notes: notes(owner) };
}
