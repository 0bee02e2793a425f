import { PlacesPage } from '../features/usage/places/places-page';
import { PlacesSample } from '../features/usage/places/places-sample';
import { UsagePage } from './usage-page';

export function PlacesRoute() {
  return <UsagePage name="places" Page={PlacesPage} Sample={PlacesSample} />;
}
