import { z } from 'zod';
import { MailMessage } from './mail-message.js';

const Delivery = z
  .object({ accountId: z.uuid(), id: z.uuid() })
  .describe('the account that wants to know how far it has come, and under which id');

/** An e-mail that is composed when it is sent: it says what is true then, and nothing of it lies in the queue. */
const MailToCompose = z.object({
  composer: z.string().describe('who composes it'),
  of: z.record(z.string(), z.json()).describe('what it is about: ids, nothing personal'),
  delivery: Delivery.optional(),
});
export type MailToCompose = z.infer<typeof MailToCompose>;

/** What lies in the queue. */
export const QueuedMail = z.union([MailToCompose, MailMessage]);
export type QueuedMail = z.output<typeof QueuedMail>;
