import { useSuspenseQuery } from '@tanstack/react-query';
import { FollowUpsPage } from '../features/referrals/crm/follow-ups-page';
import { meQuery } from '../features/session/me.query';

export function FollowUpsRoute() {
  const { account, cards } = useSuspenseQuery(meQuery).data;
  return <FollowUpsPage account={account} cards={cards} />;
}
