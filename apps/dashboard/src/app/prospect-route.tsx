import { ProspectPanel } from '../features/referrals/crm/prospect-panel';

export function ProspectRoute() {
  return <ProspectPanel />;
}
