/** `POST /api/track`: what a card page sends and what it is told. */
import { z } from 'zod';
import { Slug } from './cards.js';
import { Target } from './usage-vocabulary.js';

/** Milliseconds after which an event is too old to be counted. */
export const MAX_EVENT_AGE_MS = 24 * 60 * 60 * 1000;
export const MAX_EVENTS_PER_REQUEST = 50;
/** Bytes. */
export const MAX_TRACK_BODY = 16 * 1024;

/** An address as a browser reports it: bounded, without control characters or lone surrogates. */
const BrowserAddress = z
  .string()
  .max(4096)
  // oxlint-disable-next-line no-control-regex
  .refine((value) => !/[\u0000-\u001f\u007f]|\p{Surrogate}/u.test(value), 'must be an address');

const Id = z.uuid().transform((id) => id.toLowerCase());
const Age = z.number().min(0).max(MAX_EVENT_AGE_MS);

export const TrackEvent = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('view'),
      id: Id,
      age: Age.describe('milliseconds since it happened'),
      url: BrowserAddress.optional(),
      referrer: BrowserAddress.optional(),
    }),
    z.object({ type: z.literal('click'), id: Id, age: Age, target: Target }),
    z.object({
      type: z.literal('engagement'),
      id: Id,
      age: Age,
      engagedMs: z
        .number()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .describe('milliseconds for which the page was visible so far in this visit'),
    }),
  ])
  .meta({ id: 'TrackEvent' });
export type TrackEvent = z.infer<typeof TrackEvent>;

export const TrackRequest = z
  .object({
    card: Slug,
    visit: Id,
    events: z.array(TrackEvent).min(1).max(MAX_EVENTS_PER_REQUEST),
  })
  .meta({ id: 'TrackRequest' });
export type TrackRequest = z.infer<typeof TrackRequest>;

/** `accepted` events are stored durably; `ignored` ones were a bot's, the owner's, opted out, or already stored. */
export const TrackAnswer = z
  .object({ accepted: z.int().min(0), ignored: z.int().min(0) })
  .meta({ id: 'TrackAnswer' });
export type TrackAnswer = z.infer<typeof TrackAnswer>;
