import { harmlessLine } from '../../../documents/harmless-text.js';
import { drawnOr } from '../../../documents/pdf-fonts.js';
import type { Section } from './section.js';

/** A card by its title; by its slug where the font lacks the letters of the title. */
export function cardName({ title, slug }: { readonly title: string; readonly slug: string }): string {
  return drawnOr(harmlessLine(title), slug);
}

/** What the report is about, as its title. */
export function subjectName({ texts, report: { subject } }: Pick<Section, 'texts' | 'report'>): string {
  const [card] = subject.cards;
  if (!subject.consolidated && card !== undefined) return cardName(card);
  const { length } = subject.cards;
  return subject.all ? texts.allCardsOf(length) : texts.cardsOf(length);
}
