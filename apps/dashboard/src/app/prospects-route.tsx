import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ProspectsPage } from '../features/referrals/crm/prospects-page';
import { meQuery } from '../features/session/me.query';

const route = getRouteApi('/signed-in/referrals/prospects');

export function ProspectsRoute() {
  const { account } = useSuspenseQuery(meQuery).data;
  return <ProspectsPage account={account} search={route.useSearch()} />;
}
