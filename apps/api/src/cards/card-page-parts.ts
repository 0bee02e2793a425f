import { Injectable } from '@nestjs/common';
import type { Locale } from '@num-ecard/contracts/locale';
import { type Feature, planHas } from '@num-ecard/contracts/plans';
import type { CardPart } from './page/card-part.js';
import type { CardView } from './page/card-view.js';

/** The card whose page is asked for. */
export interface ShownCard {
  readonly accountId: string;
  readonly cardId: string;
  readonly view: CardView;
}

export interface CardVisit {
  readonly locale: Locale;
  /** Of the page's address; empty for a preview. */
  readonly query: Readonly<Record<string, unknown>>;
}

export interface CardPartSource {
  /** Nothing of the part is in the page of a card whose model does not have it. */
  readonly feature: Feature;
  render(card: ShownCard, visit: CardVisit): Promise<CardPart | null>;
}

/** Where other modules add to the pages of a card: the cards know none of them. */
@Injectable()
export class CardPageParts {
  private readonly sources: CardPartSource[] = [];

  register(source: CardPartSource): void {
    this.sources.push(source);
  }

  /** The parts that the card's model has, in the order in which they were registered. */
  async render(card: ShownCard, visit: CardVisit): Promise<CardPart[]> {
    const had = this.sources.filter(({ feature }) => planHas(card.view.plan, feature));
    const parts = await Promise.all(had.map((source) => source.render(card, visit)));
    return parts.filter((part) => part !== null);
  }
}
