/** Where an owner is signed in. */
import { z } from 'zod';

export const Session = z
  .object({
    id: z.uuid(),
    browser: z.string().nullable().describe('such as Safari; null when unknown'),
    system: z.string().nullable().describe('such as iOS; null when unknown'),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe('at most a day before it was last used'),
    current: z.boolean().describe('the one that asks'),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** `GET /api/sessions`: the current one, then the one used last. */
export const Sessions = z.object({ sessions: z.array(Session) }).meta({ id: 'Sessions' });
export type Sessions = z.infer<typeof Sessions>;
