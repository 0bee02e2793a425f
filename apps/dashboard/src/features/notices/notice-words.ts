import type { LiveNotice, Notice } from '@num-ecard/contracts/notices';
import type { TFunction } from 'i18next';

/** What is told of without names: those of recommendations come by another way. */
export type ToldNotice = Exclude<LiveNotice, { kind: 'recommendation' }>;

interface Known {
  /** Of the link that it is about; undefined while it is not known, or when the link is gone. */
  readonly label?: string | undefined;
  /** Whether it is of this day. */
  readonly isToday: boolean;
}

/** `3 visites et 2 clics sur vos boutons de contact`; `Première visite par « Salon de Lyon »` */
export function noticeText(
  notice: ToldNotice | Notice,
  { label, isToday }: Known,
  t: TFunction<'notices'>,
): string {
  switch (notice.kind) {
    case 'visits': {
      const { views, clicks, cards } = notice.counts;
      const visits = t('visits.views', { count: views });
      const pressed = t('visits.clicks', { count: clicks });
      const what =
        clicks === 0 ? visits : views === 0 ? pressed : t('visits.both', { visits, clicks: pressed });
      return cards > 1 ? t('visits.cards', { what, count: cards }) : what;
    }
    case 'unusual': {
      const { factor, cards, day } = notice.counts;
      const when = day === undefined ? (isToday ? 'today' : 'before') : 'dayBefore';
      if (cards === 1) return t(`unusual.${when}`, { factor });
      return t('visits.cards', { what: t(`unusual.atLeast.${when}`, { factor }), count: cards });
    }
    case 'first-link-visit':
      return label === undefined ? t('link.unnamed') : t('link.named', { label });
    default:
      return t('recommendation');
  }
}
