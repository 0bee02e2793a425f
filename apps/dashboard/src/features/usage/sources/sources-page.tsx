import '../../../locales/sources';
import type { UsagePageProps } from '../usage-page-props';

export function SourcesPage({ view }: UsagePageProps) {
  return <p>{view.period}</p>;
}
