import '../../../locales/places';

export function PlacesSample() {
  return <p />;
}
