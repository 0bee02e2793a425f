import { Locale } from '@num-ecard/contracts/locale';
import { z } from 'zod';

/** An e-mail with one thing to do, in words that are already in the reader's language. */
export const MailMessage = z.object({
  to: z.email(),
  locale: Locale,
  /** No personal data: subjects show on locked screens. */
  subject: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  action: z.object({
    label: z.string(),
    url: z.url(),
    /** Said before the bare address, for those whose program shows no button. */
    fallback: z.string(),
  }),
  notes: z.array(z.string()),
});
export type MailMessage = z.infer<typeof MailMessage>;
