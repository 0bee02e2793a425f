/** What the form says while it sends. */
import type { Locale } from '@num-ecard/contracts/locale';

interface ScriptTexts {
  readonly sending: string;
  readonly offline: string;
  readonly retry: string;
  readonly tooMany: (minutes: number) => string;
  readonly unavailable: string;
  readonly closed: string;
}

const TEXTS: Readonly<Record<Locale, ScriptTexts>> = {
  fr: {
    sending: 'Envoi…',
    offline:
      'Pas de connexion. Votre saisie est gardée sur cet appareil et partira d’elle-même dès que la ligne revient.',
    retry: 'Réessayer',
    tooMany: (minutes) =>
      `Trop d’envois en peu de temps. Votre saisie est gardée\u00a0: réessayez dans ${minutes}\u00a0min.`,
    unavailable: 'Le service ne répond pas. Votre saisie est gardée\u00a0: réessayez dans un instant.',
    closed: 'Cette carte ne prend plus de recommandations. Rien n’a été envoyé.',
  },
  en: {
    sending: 'Sending…',
    offline:
      'No connection. What you typed is kept on this device and goes out by itself as soon as the line is back.',
    retry: 'Try again',
    tooMany: (minutes) =>
      `Too many were sent in a short time. What you typed is kept: try again in ${minutes} min.`,
    unavailable: 'The service does not answer. What you typed is kept: try again in a moment.',
    closed: 'This card takes no recommendations any more. Nothing was sent.',
  },
};

export const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'fr';
export const texts = TEXTS[locale];
