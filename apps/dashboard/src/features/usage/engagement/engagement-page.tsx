import '../../../locales/engagement';
import type { UsagePageProps } from '../usage-page-props';

export function EngagementPage({ view }: UsagePageProps) {
  return <p>{view.period}</p>;
}
