/** Alerts that a browser shows though the dashboard is closed (Web Push). */
import { z } from 'zod';
import type { NoticeKind } from './notices.js';

export const MAX_PUSH_SUBSCRIPTIONS = 20;

/** `GET /api/settings/push-key` */
export const PushKey = z
  .object({ key: z.string().describe('the `applicationServerKey` of a subscription, base64url') })
  .meta({ id: 'PushKey' });
export type PushKey = z.infer<typeof PushKey>;

const Endpoint = z
  .url({ protocol: /^https$/, error: 'must be an https address' })
  .max(1000)
  .describe('where the browser is reached, by its push service');

/** `POST /api/settings/push-subscriptions`: what a browser's `PushSubscription` says of itself. */
export const NewPushSubscription = z
  .strictObject({
    endpoint: Endpoint,
    keys: z.strictObject({
      p256dh: z.string().regex(/^B[\w-]{86}$/, 'must be a base64url key of 65 bytes'),
      auth: z.string().regex(/^[\w-]{22}$/, 'must be a base64url secret of 16 bytes'),
    }),
    replaces: Endpoint.optional().describe(
      "this browser's former endpoint, where its push service changed it",
    ),
  })
  .meta({ id: 'NewPushSubscription' });
export type NewPushSubscription = z.infer<typeof NewPushSubscription>;

export const PushSubscription = z
  .object({
    id: z.uuid(),
    browser: z.string().nullable().describe('such as Safari; null when unknown'),
    system: z.string().nullable().describe('such as iOS; null when unknown'),
    digest: z.string().describe('SHA-256 of the endpoint, base64url: by it a browser knows its own'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PushSubscription' });
export type PushSubscription = z.infer<typeof PushSubscription>;

/** `GET /api/settings/push-subscriptions`, the newest first. */
export const PushSubscriptions = z
  .object({ subscriptions: z.array(PushSubscription) })
  .meta({ id: 'PushSubscriptions' });
export type PushSubscriptions = z.infer<typeof PushSubscriptions>;

/** What a browser is sent, encrypted for it alone. It shows on locked screens: no personal data. */
export interface PushPayload {
  readonly kind: NoticeKind;
  /** In the language of the device, as all of its words. */
  readonly title: string;
  /** Counts. Absent where the title says it all. */
  readonly body?: string | undefined;
  readonly locale: string;
  /** What to open, in the dashboard. */
  readonly path: string;
  /** What is shown under the same takes the place of what was shown before. Absent: the path is it. */
  readonly tag?: string | undefined;
}
