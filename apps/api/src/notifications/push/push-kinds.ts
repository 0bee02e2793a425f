import type { Locale } from '@num-ecard/contracts/locale';
import type { NoticeKind } from '@num-ecard/contracts/notices';

const HOUR_MS = 3_600_000;

/** What an alert counts, and how many notices it stands for. */
interface Told {
  readonly counts: Readonly<Record<string, number>>;
  readonly notices: number;
}

interface Words {
  readonly title: string;
  /** Absent where the title says it all. */
  readonly body?: string;
}

interface KindOfPush {
  /** How long it is worth showing. Counts of visits are old soon; of a person who was recommended it is told for as long as by e-mail. */
  readonly worthMs: number;
  /** How much a sleeping device is to be troubled (RFC 8030). */
  readonly urgency: 'low' | 'normal' | 'high';
  /** Whether a newer one takes the place of an older one, whatever it leads to. */
  readonly replaces: boolean;
  /** Shows on locked screens: no name, no number, no place, no label. */
  readonly words: Readonly<Record<Locale, (told: Told) => Words>>;
}

const number = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') };
const fr = (count: number, one: string, many: string): string =>
  `${number.fr.format(count)}\u00a0${count < 2 ? one : many}`;
const en = (count: number, one: string, many: string): string =>
  `${number.en.format(count)} ${count === 1 ? one : many}`;
const list = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ');

export const PUSH_KINDS_KNOWN: Readonly<Record<NoticeKind, KindOfPush>> = {
  visits: {
    worthMs: 12 * HOUR_MS,
    urgency: 'low',
    replaces: true,
    words: {
      fr: ({ counts: { views = 0, clicks = 0, cards = 1 }, notices }) => ({
        title: cards > 1 ? 'Vos cartes sont consultées' : 'Votre carte est consultée',
        body: list(
          views > 0 && fr(views, 'visite', 'visites'),
          clicks > 0 && fr(clicks, 'clic sur vos boutons de contact', 'clics sur vos boutons de contact'),
          cards > 1 && notices === 1 && `sur ${fr(cards, 'carte', 'cartes')}`,
        ),
      }),
      en: ({ counts: { views = 0, clicks = 0, cards = 1 }, notices }) => ({
        title: cards > 1 ? 'Your cards are being looked at' : 'Your card is being looked at',
        body: list(
          views > 0 && en(views, 'visit', 'visits'),
          clicks > 0 && en(clicks, 'click on your contact buttons', 'clicks on your contact buttons'),
          cards > 1 && notices === 1 && `on ${en(cards, 'card', 'cards')}`,
        ),
      }),
    },
  },
  unusual: {
    worthMs: 24 * HOUR_MS,
    urgency: 'normal',
    replaces: false,
    words: {
      fr: ({ counts: { views = 0, factor = 0, cards = 1 }, notices }) => ({
        title: 'Activité inhabituelle',
        body:
          notices > 1
            ? `${number.fr.format(notices)}\u00a0alertes\u00a0: bien plus de visites que d'habitude`
            : cards > 1
              ? `${fr(cards, 'carte', 'cartes')}, au moins ${number.fr.format(factor)}\u00a0fois plus de visites que d'habitude`
              : `${fr(views, 'visite', 'visites')}, ${number.fr.format(factor)}\u00a0fois plus que d'habitude`,
      }),
      en: ({ counts: { views = 0, factor = 0, cards = 1 }, notices }) => ({
        title: 'Unusual activity',
        body:
          notices > 1
            ? `${number.en.format(notices)} alerts: far more visits than usual`
            : cards > 1
              ? `${en(cards, 'card', 'cards')}, at least ${number.en.format(factor)} times as many visits as usual`
              : `${en(views, 'visit', 'visits')}, ${number.en.format(factor)} times as many as usual`,
      }),
    },
  },
  'first-link-visit': {
    worthMs: 24 * HOUR_MS,
    urgency: 'normal',
    replaces: false,
    words: {
      fr: ({ notices }) => ({
        title: 'Première visite',
        body:
          notices > 1
            ? `${number.fr.format(notices)} de vos liens ont reçu leur première visite`
            : 'Un de vos liens a reçu sa première visite',
      }),
      en: ({ notices }) => ({
        title: 'First visit',
        body:
          notices > 1
            ? `${number.en.format(notices)} of your links have had their first visit`
            : 'One of your links has had its first visit',
      }),
    },
  },
  recommendation: {
    worthMs: 3 * 24 * HOUR_MS,
    urgency: 'high',
    replaces: false,
    words: {
      fr: ({ notices }) =>
        notices > 1
          ? { title: `${number.fr.format(notices)} nouvelles recommandations` }
          : { title: 'Nouvelle recommandation' },
      en: ({ notices }) =>
        notices > 1 ? { title: `${number.en.format(notices)} new referrals` } : { title: 'New referral' },
    },
  },
};
