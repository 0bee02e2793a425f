import { FollowUpsPage } from '../features/referrals/crm/follow-ups-page';

export function FollowUpsRoute() {
  return <FollowUpsPage />;
}
