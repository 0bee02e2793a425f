import '../../../locales/visits';

export function VisitsSample() {
  return <p />;
}
