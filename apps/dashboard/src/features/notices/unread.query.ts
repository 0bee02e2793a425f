import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { getJson } from '../../lib/http';

/** What every key of an answer about notices begins with. */
export const NOTICES = ['notices'] as const;

// Of the page no more than what the bell says: it is on every screen.
const Unread = z.object({ unread: z.number() });

/** How many notices are not read. */
export const unreadQuery = queryOptions({
  queryKey: [...NOTICES, 'unread'],
  queryFn: ({ signal }) => getJson('/api/notifications?limit=1', Unread, { signal }),
  select: ({ unread }) => unread,
});
