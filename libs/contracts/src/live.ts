/** `GET /api/live`: the data of each kind of server-sent event. */
import { z } from 'zod';
import { Slug } from './cards.js';
import { UsageSummary } from './usage-summary.js';

// Besides these, `event: heartbeat` with `{}` comes every 15 seconds: a stream that is silent for longer is dead. The last thing that is
// said may be `event: access` with `{}`: whoever listens has signed out, or has another model; ask `/api/me`.

/** `event: usage`: a card's new totals. Sent for every card when a stream opens, then whenever one changes. */
export const LiveUsage = z
  .object({ card: z.object({ id: z.uuid(), slug: Slug }), summary: UsageSummary })
  .meta({ id: 'LiveUsage' });
export type LiveUsage = z.infer<typeof LiveUsage>;
