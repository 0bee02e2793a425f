import { useSuspenseQuery } from '@tanstack/react-query';
import { ReferralsPage } from '../features/referrals/referrals-page';
import { meQuery } from '../features/session/me.query';

export function ReferralsRoute() {
  const { features } = useSuspenseQuery(meQuery).data;
  return <ReferralsPage available={features.includes('referral')} />;
}
