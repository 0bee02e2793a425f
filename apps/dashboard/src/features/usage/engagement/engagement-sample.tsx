import '../../../locales/engagement';

export function EngagementSample() {
  return <p />;
}
