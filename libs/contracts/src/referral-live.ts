/** What an open dashboard is told of referrals. Feature `referral`. */
import { z } from 'zod';
import { Consent } from './referral-vocabulary.js';

/** `GET /api/live`, `event: notification`: something to be told at once. */
export const LiveNotification = z
  .object({
    kind: z.literal('recommendation'),
    id: z.uuid(),
    at: z.iso.datetime(),
    ambassador: z.string().nullable(),
    prospect: z.string().nullable(),
    phoneDisplay: z.string().nullable(),
    consent: Consent.optional(),
    held: z.boolean().describe('kept apart: to be looked at'),
  })
  .meta({ id: 'LiveNotification' });
export type LiveNotification = z.infer<typeof LiveNotification>;

/** `event: recommendation`: this record has changed. */
export const LiveRecommendation = z.object({ id: z.uuid() }).meta({ id: 'LiveRecommendation' });
export type LiveRecommendation = z.infer<typeof LiveRecommendation>;
