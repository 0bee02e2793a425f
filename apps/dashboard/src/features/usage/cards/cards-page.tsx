import '../../../locales/cards';
import type { UsagePageProps } from '../usage-page-props';

export function CardsPage({ view }: UsagePageProps) {
  return <p>{view.period}</p>;
}
