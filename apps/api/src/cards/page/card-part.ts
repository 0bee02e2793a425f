/** What other modules add to the pages of a card. */
import type { Markup } from './markup.js';

export interface CardPart {
  /** A way to it, among what a visitor came for. */
  readonly action?: Markup;
  /** The part itself, after the card. */
  readonly section?: Markup;
  /** Style sheets. */
  readonly styles?: Markup;
  /** Left out of a preview, which runs nothing. */
  readonly scripts?: Markup;
  /** For the information page: who holds what is left there, why and how long. */
  readonly information?: Markup;
}
