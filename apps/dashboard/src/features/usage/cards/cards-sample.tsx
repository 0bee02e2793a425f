import '../../../locales/cards';

export function CardsSample() {
  return <p />;
}
