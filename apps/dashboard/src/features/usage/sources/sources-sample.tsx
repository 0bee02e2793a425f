import '../../../locales/sources';

export function SourcesSample() {
  return <p />;
}
