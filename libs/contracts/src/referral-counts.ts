/** What waits for the owner, in numbers. Apart from the rest of referral tracking, which is much more than a number beside a link needs. */
import { z } from 'zod';

export const FollowUpCounts = z.object({
  notContacted: z.int(),
  reminders: z.int(),
  expiring: z.int(),
  held: z.int(),
});
