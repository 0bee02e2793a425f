/** An e-mail as it is sent, composed in that moment: nothing of it is kept. */
export interface ComposedMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  /** Takes a POST that stops e-mails of this kind (RFC 8058), and shows a page with that button. */
  readonly unsubscribeUrl: string;
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Composes an e-mail of which only this was queued; null when it is no longer meant. */
export type MailComposer = (of: unknown) => Promise<ComposedMail | null>;
