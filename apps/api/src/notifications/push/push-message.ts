import { PushKind } from '@num-ecard/contracts/push';
import { z } from 'zod';

/** An alert on its way to one browser. What it says is written when it is sent: the queue holds ids alone. */
export const PushMessage = z.object({
  accountId: z.uuid(),
  subscriptionId: z.uuid(),
  kind: PushKind,
  /** What it opens in the dashboard; no personal data. */
  path: z.string().regex(/^\/(?!\/)/),
  /** When it was caused, in milliseconds since 1970. */
  at: z.number(),
});
export type PushMessage = z.infer<typeof PushMessage>;

/** How long an alert is worth showing; as long as an e-mail is tried. */
export const WORTH_SHOWING_MS = 3 * 24 * 3_600_000;
