import type { CardSummary } from '@num-ecard/contracts/cards';
import { NamedLinks } from '@num-ecard/contracts/usage';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http';

/** `GET /api/cards/:card/links` @param card id or slug */
export function namedLinksQuery(card: CardSummary['id']) {
  return queryOptions({
    queryKey: ['named-links', card],
    queryFn: ({ signal }) => getJson(`/api/cards/${encodeURIComponent(card)}/links`, NamedLinks, { signal }),
  });
}
