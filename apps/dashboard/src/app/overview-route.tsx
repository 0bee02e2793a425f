import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { OverviewPage } from '../features/overview/overview-page';
import { meQuery } from '../features/session/me.query';

const route = getRouteApi('/signed-in/');

/** The overview, with its card taken from the address: `/?card=slug`. */
export function OverviewRoute() {
  const { card: slug } = route.useSearch();
  const navigate = useNavigate();
  const me = useSuspenseQuery(meQuery);
  const { account, cards } = me.data;
  const card = slug === undefined ? cards[0] : cards.find((one) => one.slug === slug);

  // A card that is no longer the account's, or never was.
  if (slug !== undefined && card === undefined) return <Navigate to="/" search={{}} replace />;

  return (
    <OverviewPage
      account={account}
      cards={cards}
      card={card}
      onSelectCard={(chosen) => void navigate({ to: '/', search: { card: chosen } })}
      onCheckCards={() => void me.refetch()}
      checkingCards={me.isFetching}
    />
  );
}
