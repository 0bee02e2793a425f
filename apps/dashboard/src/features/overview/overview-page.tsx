import { Stack } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { CardOverview } from './card-overview';
import { Greeting } from './greeting';
import { NoCard } from './no-card';

interface OverviewPageProps {
  account: Account;
  cards: readonly CardSummary[];
  /** The card shown; absent when the account has none. */
  card: CardSummary | undefined;
  onSelectCard(slug: string): void;
  /** Looks again whether a card has been linked. */
  onCheckCards(): void;
  checkingCards: boolean;
}

/** What the owner reads in the evening. */
export function OverviewPage({
  account,
  cards,
  card,
  onSelectCard,
  onCheckCards,
  checkingCards,
}: OverviewPageProps) {
  if (card !== undefined) {
    return <CardOverview account={account} cards={cards} card={card} onSelectCard={onSelectCard} />;
  }
  return (
    <Stack gap="lg">
      <Greeting account={account} />
      <NoCard checking={checkingCards} onCheck={onCheckCards} />
    </Stack>
  );
}
