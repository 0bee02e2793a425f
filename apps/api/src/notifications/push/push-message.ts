import { NoticeKind } from '@num-ecard/contracts/notices';
import { z } from 'zod';

/** An alert on its way to one browser. What it says is written when it is sent: the queue holds ids and counts alone. */
export const PushMessage = z.object({
  accountId: z.uuid(),
  subscriptionId: z.uuid(),
  kind: NoticeKind,
  /** What it opens in the dashboard; no personal data. */
  path: z.string().regex(/^\/(?!\/)/),
  counts: z.record(z.string(), z.number()).default({}),
  /** The notice, or the first of those that it stands for. */
  noticeId: z.uuid().optional(),
  /** How many notices it stands for. */
  notices: z.int().min(1).default(1),
  /** When it was caused, in milliseconds since 1970. */
  at: z.number(),
  /** No alert itself: lets go what was held of its kind. */
  release: z.boolean().default(false),
});
export type PushMessage = z.infer<typeof PushMessage>;
