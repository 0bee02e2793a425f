import '../../../locales/visits';
import type { UsagePageProps } from '../usage-page-props';

export function VisitsPage({ view }: UsagePageProps) {
  return <p>{view.period}</p>;
}
