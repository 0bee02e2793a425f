import { getRouteApi } from '@tanstack/react-router';
import { ProspectPanel } from '../features/referrals/crm/prospect-panel';

const route = getRouteApi('/signed-in/referrals/prospects/$id');

export function ProspectRoute() {
  const { id } = route.useParams();
  return <ProspectPanel id={id} />;
}
