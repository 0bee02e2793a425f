import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { CardEditorPage } from '../features/card-editor/card-editor-page';
import { CardSwitcher } from '../features/overview/card-switcher';
import { NoCard } from '../features/overview/no-card';
import { meQuery } from '../features/session/me.query';

const route = getRouteApi('/signed-in/card');

/** The editor, with its card taken from the address: `/card?card=slug`. */
export function CardEditorRoute() {
  const { card: slug } = route.useSearch();
  const navigate = useNavigate();
  const me = useSuspenseQuery(meQuery);
  const { account, cards } = me.data;
  const card = slug === undefined ? cards[0] : cards.find((one) => one.slug === slug);
  if (card !== undefined) {
    return (
      <CardEditorPage
        key={card.id}
        card={card}
        picker={
          cards.length > 1 && (
            <CardSwitcher
              cards={cards}
              current={card}
              together={false}
              onSelect={(chosen) => void navigate({ to: '/card', search: { card: chosen } })}
            />
          )
        }
        // Its title is in every list of cards.
        onSaved={() => void me.refetch()}
      />
    );
  }
  // A card that is no longer the account's, or never was.
  if (slug !== undefined) return <Navigate to="/card" search={{}} replace />;
  return <NoCard account={account} checking={me.isFetching} onCheck={() => void me.refetch()} />;
}
