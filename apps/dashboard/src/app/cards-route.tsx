import { CardsPage } from '../features/usage/cards/cards-page';
import { CardsSample } from '../features/usage/cards/cards-sample';
import { UsagePage } from './usage-page';

export function CardsRoute() {
  return <UsagePage name="cards" Page={CardsPage} Sample={CardsSample} />;
}
