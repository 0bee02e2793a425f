/** Referral tracking as its owner sees it: prospects, their history, and what is asked for and changed of them. Feature `referral`. */
import { z } from 'zod';
import { areOrdered, Day, ORDERED } from './period.js';
import { FollowUpCounts } from './referral-counts.js';
import { Consent, LostReason, Status } from './referral-vocabulary.js';
import { line, paragraph } from './text.js';

const Moment = z.iso.datetime();
/** Cents of a euro, at most ten million euros. */
const ValueCents = z.int().min(0).max(1_000_000_000);
export const MAX_NOTE = 2000;

/** What of a prospect is hidden, if anything. */
export const NUMBER_STATES = ['shown', 'masked', 'refused'] as const;

const Prospect = z.object({
  name: z.string().nullable().describe('null once erased'),
  phone: z.string().nullable().describe('E.164; null when not given, masked or erased'),
  phoneDisplay: z.string().nullable().describe('the same as people read it'),
  email: z.string().nullable(),
  company: z.string().nullable(),
  contact: z
    .enum(NUMBER_STATES)
    .describe(
      '`masked`: the account shows numbers after consent only; `refused`: the prospect does not want to be called',
    ),
});

/** One recommended prospect, as in lists and on the board. */
export const Recommendation = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    card: z.object({ id: z.uuid(), slug: z.string() }),
    receivedAt: Moment,
    status: Status,
    consent: Consent,
    ambassador: z.object({ id: z.uuid(), name: z.string().nullable().describe('null once erased') }),
    prospect: Prospect,
    contactedAt: Moment.nullable(),
    appointmentAt: Moment.nullable(),
    convertedAt: Moment.nullable(),
    lostAt: Moment.nullable(),
    lostReason: LostReason.nullable(),
    valueCents: ValueCents.nullable(),
    nextReminderAt: Moment.nullable().describe('the earliest that is not done'),
    coRecommended: z.boolean().describe('somebody else recommended the same prospect'),
    eraseAt: Moment.nullable().describe('when the personal data goes if nothing happens; null once erased'),
    erasedAt: Moment.nullable(),
    revision: z.int().describe('grows with each change'),
  })
  .meta({ id: 'Recommendation' });
export type Recommendation = z.infer<typeof Recommendation>;

export const HISTORY_KINDS = [
  'received',
  'accepted',
  'move',
  'correction',
  'note',
  'consent',
  'reminder',
  'reminder_done',
  'erasure',
] as const;
export const ACTORS = ['owner', 'ambassador', 'prospect', 'system'] as const;

/** One entry of the history, which is only ever added to. */
export const HistoryItem = z
  .object({
    id: z.string(),
    kind: z.enum(HISTORY_KINDS),
    at: Moment,
    by: z.enum(ACTORS),
    byName: z.string().nullable(),
    from: Status.nullable(),
    to: Status.nullable(),
    reason: LostReason.nullable(),
    valueCents: ValueCents.nullable(),
    note: z.string().nullable(),
    consent: Consent.nullable().describe('with `consent`: what the prospect said'),
    of: z.string().nullable().describe('with `correction`: the entry that it takes back'),
    takenBack: z.boolean(),
    correctable: z.boolean().describe('whether a correction of it is possible now'),
  })
  .meta({ id: 'RecommendationHistoryItem' });
export type HistoryItem = z.infer<typeof HistoryItem>;

export const Reminder = z
  .object({
    id: z.uuid(),
    dueAt: Moment,
    text: z.string().nullable(),
    doneAt: Moment.nullable(),
  })
  .meta({ id: 'RecommendationReminder' });
export type Reminder = z.infer<typeof Reminder>;

export const ALERT_STATES = ['none', 'queued', 'retrying', 'sent', 'failed'] as const;

/** `GET /api/recommendations/:id` and the answer of everything that changes it. */
export const RecommendationRecord = Recommendation.extend({
  ambassador: z.object({
    id: z.uuid(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    phoneDisplay: z.string().nullable(),
  }),
  relation: z.string().nullable(),
  message: z.string().nullable(),
  consentAt: Moment.nullable().describe(
    'when the prospect said so; null while only the ambassador has spoken',
  ),
  consentUrl: z
    .url()
    .nullable()
    .describe("the prospect's own page, to ask for their consent; null once erased"),
  moves: z.array(Status).describe('where it may be moved now'),
  history: z.array(HistoryItem).describe('oldest first'),
  reminders: z.array(Reminder),
  coRecommendations: z.array(
    z.object({
      id: z.uuid(),
      receivedAt: Moment,
      status: Status,
      consent: Consent,
      ambassador: z.object({ id: z.uuid(), name: z.string().nullable() }),
    }),
  ),
  alert: z
    .object({
      state: z.enum(ALERT_STATES),
      sentAt: Moment.nullable(),
      attempts: z.int(),
    })
    .describe("the owner's e-mail about it"),
}).meta({ id: 'RecommendationRecord' });
export type RecommendationRecord = z.infer<typeof RecommendationRecord>;

export const REACHED = ['contacted', 'contacted_within_24h', 'appointment', 'converted', 'lost'] as const;
export const DATED_BY = ['received', 'contacted', 'converted'] as const;

/** An order of the list. */
export const SORTS = ['latest', 'oldest'] as const;

const ListFilter = {
  q: z
    .string()
    .trim()
    .max(120)
    .transform((text) => (text === '' ? undefined : text))
    .optional()
    .describe('part of a name, company, e-mail address, number or reference'),
  from: Day.optional(),
  to: Day.optional(),
  dated: z.enum(DATED_BY).default('received').describe('what `from` and `to` are days of'),
  reached: z
    .enum(REACHED)
    .optional()
    .describe('only those that have reached this milestone, whatever they are now'),
  consent: Consent.optional(),
  ambassador: z.uuid().optional(),
};

/** `GET /api/recommendations` */
export const RecommendationsQuery = z
  .object({
    ...ListFilter,
    status: Status.optional(),
    sort: z.enum(SORTS).default('latest'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(areOrdered, ORDERED);
export type RecommendationsQuery = z.infer<typeof RecommendationsQuery>;

/** `GET /api/recommendations/exports/recommendations.csv` and `.pdf`: all that the list would show. */
export const RecommendationsFileQuery = z
  .object({ ...ListFilter, status: Status.optional(), sort: z.enum(SORTS).default('latest') })
  .refine(areOrdered, ORDERED);
export type RecommendationsFileQuery = z.infer<typeof RecommendationsFileQuery>;

const Counts = z
  .record(Status, z.int())
  .describe('of all that the filters leave, whatever the wanted status');

export const Recommendations = z
  .object({
    items: z.array(Recommendation),
    next: z.string().nullable(),
    counts: Counts,
  })
  .meta({ id: 'Recommendations' });
export type Recommendations = z.infer<typeof Recommendations>;

/** `GET /api/recommendations/board`: the latest of each status. */
export const BoardQuery = z
  .object({ ...ListFilter, limit: z.coerce.number().int().min(1).max(100).default(30) })
  .refine(areOrdered, ORDERED);
export type BoardQuery = z.infer<typeof BoardQuery>;

export const RecommendationBoard = z
  .object({
    columns: z.array(
      z.object({
        status: Status,
        count: z.int(),
        items: z.array(Recommendation),
        next: z.string().nullable().describe('a cursor for the list of this status'),
      }),
    ),
  })
  .meta({ id: 'RecommendationBoard' });
export type RecommendationBoard = z.infer<typeof RecommendationBoard>;

/** `GET /api/recommendations/follow-ups` */
export const FollowUpsQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(100)
    .describe('of each list; 0 for the counts alone'),
});
export type FollowUpsQuery = z.infer<typeof FollowUpsQuery>;

/** `GET /api/recommendations/follow-ups`: "À relancer aujourd'hui". */
export const FollowUps = z
  .object({
    notContacted: z
      .array(Recommendation)
      .describe('new for 24 hours or more, longest waiting first; at most 100'),
    reminders: z.array(z.object({ reminder: Reminder, recommendation: Recommendation })),
    expiring: z
      .array(Recommendation)
      .describe('their data goes within seven days, soonest first; at most 100'),
    counts: FollowUpCounts,
  })
  .meta({ id: 'RecommendationFollowUps' });
export type FollowUps = z.infer<typeof FollowUps>;

export const HELD_REASONS = ['hidden_field', 'too_fast', 'too_many'] as const;

/** `GET /api/recommendations/held`: what looked suspicious, for the owner to accept or refuse. Latest first. */
export const HeldRecommendations = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        receivedAt: Moment,
        reasons: z.array(z.enum(HELD_REASONS)),
        ambassador: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
        prospect: Prospect,
        message: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'HeldRecommendations' });
export type HeldRecommendations = z.infer<typeof HeldRecommendations>;

/** `POST /api/recommendations/:id/review` */
export const Review = z.strictObject({ accept: z.boolean() }).meta({ id: 'RecommendationReview' });
export type Review = z.infer<typeof Review>;

const Note = paragraph(MAX_NOTE);

/** `POST /api/recommendations/:id/status` */
export const StatusMove = z
  .strictObject({
    to: Status,
    expected: Status.describe('the status that was seen; 409 when it is another by now'),
    reason: LostReason.nullish().describe('with `lost` only'),
    valueCents: ValueCents.nullish().describe('with `converted` only'),
    note: Note.nullish(),
  })
  .meta({ id: 'RecommendationMove' });
export type StatusMove = z.infer<typeof StatusMove>;

/** `POST /api/recommendations/:id/corrections` */
export const StatusCorrection = z
  .strictObject({
    of: z.string().max(20).describe('the history entry to take back'),
    expected: Status,
    note: Note.nullish(),
  })
  .meta({ id: 'RecommendationCorrection' });
export type StatusCorrection = z.infer<typeof StatusCorrection>;

/** `POST /api/recommendations/:id/notes` */
export const NewNote = z.strictObject({ text: Note }).meta({ id: 'RecommendationNote' });
export type NewNote = z.infer<typeof NewNote>;

/** `POST /api/recommendations/:id/reminders` */
export const NewReminder = z
  .strictObject({
    dueAt: z.iso
      .datetime({ offset: true })
      .refine((at) => at >= '2000' && at < '2100', 'must be of this century'),
    text: line(200).nullish(),
  })
  .meta({ id: 'NewRecommendationReminder' });
export type NewReminder = z.infer<typeof NewReminder>;

/** `POST /api/recommendations/:id/reminders/:reminder` */
export const ReminderChange = z
  .strictObject({ done: z.boolean() })
  .meta({ id: 'RecommendationReminderChange' });
export type ReminderChange = z.infer<typeof ReminderChange>;
