/** What the public pages of a card are drawn from. */
import type { CardProfile } from '@num-ecard/contracts/cards';
import type { Plan } from '@num-ecard/contracts/plans';

export interface CardView {
  slug: string;
  /** The owner's own name for the card; visitors never see it. */
  title: string;
  profile: CardProfile;
  /** `url` is absolute, or a path of this site; sizes in pixels. */
  photo: { url: string; width?: number; height?: number } | null;
  plan: Plan;
  /** Where the service is reached, such as `https://card.example`, without a final slash. */
  publicUrl: string;
  demo: boolean;
}

/** Paths of a card's public pages, below the site's root. */
export function cardPaths(card: Pick<CardView, 'slug'>) {
  const root = `/c/${encodeURIComponent(card.slug)}`;
  return {
    card: root,
    qr: `${root}/qr`,
    qrSvg: `${root}/qr.svg`,
    qrPng: `${root}/qr.png`,
    vcard: `${root}/card.vcf`,
    privacy: `${root}/privacy`,
  };
}

/** The card's absolute address; `source` is counted as the way the visit came in. */
export function cardAddress(card: Pick<CardView, 'slug' | 'publicUrl'>, source?: 'qr' | 'link'): string {
  return card.publicUrl + cardPaths(card).card + (source ? `?s=${source}` : '');
}
