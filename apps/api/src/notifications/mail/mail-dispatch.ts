import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import { CONFIG, type Config } from '../../config/config.js';
import { type MailCarrier, Outbox } from '../outbox.js';
import type { ComposedMail } from './composed-mail.js';
import type { MailMessage } from './mail-message.js';
import { html, plainText } from './render-mail.js';

/** Sends what the outbox holds, for as long as the application runs. */
@Injectable()
export class MailDispatch implements MailCarrier, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  private readonly stop = new AbortController();
  private delivery: Promise<void> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly mailer: MailerService,
  ) {}

  onApplicationBootstrap(): void {
    this.delivery = this.outbox.deliverMail(this, this.stop.signal);
  }

  /** Waits for the e-mails that are on their way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.delivery;
    this.mailer.getTransporter().close();
  }

  async send(message: MailMessage | ComposedMail, id: string, signal: AbortSignal): Promise<void> {
    const { to, subject } = message;
    try {
      await this.mailer.sendMail({
        from: this.config.mailFrom,
        to,
        subject,
        ...('html' in message ? composed(message) : drawn(message)),
        // The same when it is tried again: should the first attempt have arrived after all, the reader's program sees one e-mail.
        messageId: `<${id}@num-ecard>`,
        // Cuts the line.
        signal,
      });
    } catch (error) {
      // Without the server's own words, which repeat the address; the queue keeps this error too.
      const code = signal.aborted ? 'too slow' : ((error as { code?: string }).code ?? 'refused');
      this.logger.warn(`an e-mail waits for the mail server (${code})`);
      throw new Error(`the mail server did not take it: ${code}`, { cause: error });
    }
  }

  async isReachable(): Promise<boolean> {
    return this.mailer
      .getTransporter()
      .verify()
      .then(
        () => true,
        () => false,
      );
  }
}

function drawn(message: MailMessage) {
  const { replyTo } = message;
  return { ...(replyTo === undefined ? {} : { replyTo }), html: html(message), text: plainText(message) };
}

function composed({ html: page, text, attachments, unsubscribeUrl }: ComposedMail) {
  return {
    html: page,
    text,
    attachments: [...attachments],
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
