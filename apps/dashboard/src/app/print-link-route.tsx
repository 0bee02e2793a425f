import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { meQuery } from '../features/session/me.query';
import { PrintPage } from '../features/usage/sources/print-page';

const route = getRouteApi('/signed-in/print/$card/$code');

export function PrintLinkRoute() {
  const { card: slug, code } = route.useParams();
  const { cards } = useSuspenseQuery(meQuery).data;
  const card = cards.find((each) => each.slug === slug);
  return card === undefined ? <Navigate to="/sources" replace /> : <PrintPage card={card} code={code} />;
}
