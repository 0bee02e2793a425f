import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AmbassadorsPage } from '../features/referrals/ambassadors/ambassadors-page';
import { meQuery } from '../features/session/me.query';
import { useToday } from '../lib/use-today';

const route = getRouteApi('/signed-in/referrals/ambassadors');

export function AmbassadorsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { account } = useSuspenseQuery(meQuery).data;
  return (
    <AmbassadorsPage
      account={account}
      today={useToday(account.timezone)}
      search={search}
      onChange={(changed) =>
        void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false })
      }
    />
  );
}
