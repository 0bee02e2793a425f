import '../../../locales/places';
import type { UsagePageProps } from '../usage-page-props';

export function PlacesPage({ view }: UsagePageProps) {
  return <p>{view.period}</p>;
}
