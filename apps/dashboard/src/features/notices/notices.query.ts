import { Notices, type NoticesRead, NoticesUnread } from '@num-ecard/contracts/notices';
import { NamedLinks } from '@num-ecard/contracts/usage';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getJson, sendForJson } from '../../lib/http';
import { NOTICES } from './unread.query';

/** Notices of a page. */
const PAGE = '30';

/** `GET /api/notifications`, page by page, the latest first. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: [...NOTICES, 'list'],
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams({ limit: PAGE, ...(pageParam && { cursor: pageParam }) });
    return getJson(`/api/notifications?${query.toString()}`, Notices, { signal });
  },
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

/** `POST /api/notifications/read` */
export function readNotices(read: NoticesRead): Promise<NoticesUnread> {
  return sendForJson('POST', '/api/notifications/read', read, NoticesUnread);
}

/** The labels of a card's links, by their codes. @param card its id */
export function linkLabelsQuery(card: string) {
  return queryOptions({
    queryKey: ['link-labels', card],
    queryFn: async ({ signal }) => {
      const { links } = await getJson(`/api/cards/${encodeURIComponent(card)}/links`, NamedLinks, { signal });
      return new Map(links.map(({ code, label }) => [code, label]));
    },
  });
}
