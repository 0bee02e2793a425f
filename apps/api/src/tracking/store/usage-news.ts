import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { Hit } from '../ingest/to-hits.js';

/** What events bring of a card that its owner may be told of. */
export interface CardNews {
  readonly card_id: string;
  readonly views: number;
  /** On the contact buttons. */
  readonly clicks: number;
  /** Codes of the links by which somebody came, and of those by which somebody had come long before: no news, but no first visit any more. */
  readonly links: readonly string[];
  readonly old_links: readonly string[];
}

interface Gathered {
  views: number;
  clicks: number;
  readonly links: Set<string>;
  readonly oldLinks: Set<string>;
}

const CONTACT: ReadonlySet<string> = new Set(CONTACT_TARGETS);

/** The news of an account's events, as they come. */
export class UsageNewsBook {
  private readonly cards = new Map<string, Gathered>();

  /** @param isVisit of a view: whether it begins a visit */
  add({ cardId, type, target, linkCode, fresh }: Hit, isVisit: boolean): void {
    if (isVisit) {
      if (!fresh && linkCode === null) return;
      const card = this.of(cardId);
      if (fresh) card.views += 1;
      if (linkCode !== null) (fresh ? card.links : card.oldLinks).add(linkCode);
    } else if (fresh && type === 'click' && CONTACT.has(target ?? '')) this.of(cardId).clicks += 1;
  }

  /** As it is stored; null when there is none. */
  toJson(): string | null {
    if (this.cards.size === 0) return null;
    const news = [...this.cards].map(([cardId, { views, clicks, links, oldLinks }]): CardNews => ({
      card_id: cardId,
      views,
      clicks,
      links: [...links],
      old_links: [...oldLinks],
    }));
    return JSON.stringify(news);
  }

  private of(cardId: string): Gathered {
    let card = this.cards.get(cardId);
    if (card === undefined)
      this.cards.set(cardId, (card = { views: 0, clicks: 0, links: new Set(), oldLinks: new Set() }));
    return card;
  }
}
