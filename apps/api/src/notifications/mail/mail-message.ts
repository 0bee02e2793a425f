import { Locale } from '@num-ecard/contracts/locale';
import { Feature } from '@num-ecard/contracts/plans';
import { z } from 'zod';

const Action = z.object({
  label: z.string(),
  url: z.url(),
  /** Said before the bare address, for those whose program shows no button. */
  fallback: z.string().optional(),
});

/** An e-mail with one thing to do, or two, in words that are already in the reader's language. */
export const MailMessage = z.object({
  to: z.email(),
  /** Whom an answer goes to, where it is not the sender. */
  replyTo: z.email().optional(),
  locale: Locale,
  /** At most a first name: subjects show on locked screens. */
  subject: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  /** What people have typed, beside what it is. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  action: Action,
  /** Beside the first, less loud. */
  otherAction: Action.optional(),
  notes: z.array(z.string()),
  /** The account that wants to know how far it has come, and under which id. */
  delivery: z.object({ accountId: z.uuid(), id: z.uuid() }).optional(),
  /** Sent only while there is this account, and its model has this. */
  needs: z.object({ accountId: z.uuid(), feature: Feature }).optional(),
  /** What `withdrawMail` finds it by while it waits. */
  about: z.uuid().optional(),
});
export type MailMessage = z.input<typeof MailMessage>;
