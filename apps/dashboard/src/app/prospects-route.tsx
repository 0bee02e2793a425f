import { ProspectsPage } from '../features/referrals/crm/prospects-page';

export function ProspectsRoute() {
  return <ProspectsPage />;
}
