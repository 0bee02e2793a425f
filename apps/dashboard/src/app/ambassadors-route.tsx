import { AmbassadorsPage } from '../features/referrals/ambassadors/ambassadors-page';

export function AmbassadorsRoute() {
  return <AmbassadorsPage />;
}
