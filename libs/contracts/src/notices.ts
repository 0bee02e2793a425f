/** What an owner is told without asking: in the dashboard's list, on the open screen and by Web Push. It knows counts, never people or places. */
import { z } from 'zod';
import { type Feature, planHas } from './plans.js';
import { LiveNotification } from './referral-live.js';
import { LinkCode } from './usage-vocabulary.js';

/** What a notice can be about. */
export const NOTICE_KINDS = ['visits', 'unusual', 'first-link-visit', 'recommendation'] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** What a model must have to be told of a kind. */
export const NOTICE_FEATURES: Readonly<Record<NoticeKind, Feature>> = {
  visits: 'usage.notifications',
  unusual: 'usage.notifications',
  'first-link-visit': 'usage.notifications',
  recommendation: 'referral',
};

/** The kinds of a model; none for an unknown one. */
export function noticeKindsOf(plan: string): NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => planHas(plan, NOTICE_FEATURES[kind]));
}

/** Days for which a notice is kept. */
export const NOTICE_DAYS_KEPT = 90;

const Count = z.int().min(0);

const COUNTS = {
  visits: z.object({
    views: Count,
    clicks: Count.describe('on the contact buttons'),
    cards: z.int().min(1).describe('on how many cards'),
  }),
  unusual: z.object({
    views: Count.describe('of the day so far, on all of the cards'),
    factor: z
      .int()
      .min(2)
      .describe(
        'how many times as many as usual on a whole such day, rounded down; of several cards the least',
      ),
    cards: z.int().min(1).default(1).describe('on how many cards'),
    day: z.iso.date().optional().describe('the day before, where it is told after its midnight'),
  }),
  'first-link-visit': z.object({
    link: LinkCode.describe('its label is looked up among the links of the card'),
  }),
  recommendation: z.object({}),
} as const satisfies Record<NoticeKind, z.ZodType>;

/** What a notice says, by its kind. */
export type NoticeCounts<Kind extends NoticeKind> = z.infer<(typeof COUNTS)[Kind]>;

const TOLD = {
  id: z.uuid(),
  at: z.iso.datetime(),
  path: z.string().describe('what it is about, in the dashboard'),
  cardId: z.uuid().nullable().describe('the card that it is about; null when it is about several'),
};

const Visits = z.object({ ...TOLD, kind: z.literal('visits'), counts: COUNTS.visits });
const Unusual = z.object({ ...TOLD, kind: z.literal('unusual'), counts: COUNTS.unusual });
const FirstLinkVisit = z.object({
  ...TOLD,
  kind: z.literal('first-link-visit'),
  counts: COUNTS['first-link-visit'],
});
const Recommendation = z.object({
  ...TOLD,
  kind: z.literal('recommendation'),
  counts: COUNTS.recommendation,
});
const READ = { readAt: z.iso.datetime().nullable() };

export const Notice = z
  .discriminatedUnion('kind', [
    Visits.extend(READ),
    Unusual.extend(READ),
    FirstLinkVisit.extend(READ),
    Recommendation.extend(READ),
  ])
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** `GET /api/live`, `event: notification`: something to be told at once. What names people comes from referral tracking and is kept nowhere. */
export const LiveNotice = z
  .discriminatedUnion('kind', [Visits, Unusual, FirstLinkVisit, LiveNotification])
  .meta({ id: 'LiveNotice' });
export type LiveNotice = z.infer<typeof LiveNotice>;

/** `GET /api/notifications` */
export const NoticesQuery = z.object({
  cursor: z.string().max(200).optional().describe('the `next` of the page before'),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'must be a number from 1 to 100')
    .default('50')
    .transform(Number),
});
export type NoticesQuery = z.infer<typeof NoticesQuery>;

const Unread = Count.describe('how many are not read, of all pages');

/** The latest first; of the kinds that the account's model has now. */
export const Notices = z
  .object({ items: z.array(Notice), unread: Unread, next: z.string().nullable() })
  .meta({ id: 'Notices' });
export type Notices = z.infer<typeof Notices>;

/** `POST /api/notifications/read`: these, or all up to a moment. Those that were read stay read when they were. */
export const NoticesRead = z
  .union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
    z.strictObject({ until: z.iso.datetime().describe('`at` of the latest one that was seen') }),
  ])
  .meta({ id: 'NoticesRead' });
export type NoticesRead = z.infer<typeof NoticesRead>;

export const NoticesUnread = z.object({ unread: Unread }).meta({ id: 'NoticesUnread' });
export type NoticesUnread = z.infer<typeof NoticesUnread>;
