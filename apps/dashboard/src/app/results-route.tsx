import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ResultsPage } from '../features/referrals/results/results-page';
import { meQuery } from '../features/session/me.query';
import { useToday } from '../lib/use-today';

const route = getRouteApi('/signed-in/referrals/results');

export function ResultsRoute() {
  const { month } = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday(useSuspenseQuery(meQuery).data.account.timezone);
  return (
    <ResultsPage
      month={month}
      today={today}
      onPick={(picked) =>
        void navigate({
          search: picked === today.slice(0, 7) ? {} : { month: picked },
          resetScroll: false,
        })
      }
    />
  );
}
