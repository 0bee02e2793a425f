import '../../locales/card-editor';
import type { Account } from '@num-ecard/contracts/accounts';
import type { CardSummary } from '@num-ecard/contracts/cards';

interface CardEditorPageProps {
  account: Account;
  cards: readonly CardSummary[];
  card: CardSummary;
  onSelectCard(slug: string): void;
}

export function CardEditorPage({ card }: CardEditorPageProps) {
  return <p>{card.title}</p>;
}
