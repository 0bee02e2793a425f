import { Module } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { CONFIG, type Config } from '../../config/config.js';
import { NotificationsModule } from '../notifications.module.js';
import { MailDispatch } from './mail-dispatch.js';

/** Delivery of the queued e-mails: by the running application, not by a command that only queues one. */
@Module({
  imports: [
    NotificationsModule,
    MailerModule.forRootAsync({
      imports: [],
      inject: [CONFIG],
      useFactory: (config: Config) => ({ transport: pooled(config.smtpUrl) }),
    }),
  ],
  providers: [MailDispatch],
})
export class MailModule {}

/** Connections are kept for the next e-mail: thousands go out on the first of a month. */
function pooled(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const options = {
    pool: true,
    // What is tried again is the outbox's to say.
    maxRequeues: 0,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
  };
  for (const [name, value] of Object.entries(options))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  return url.href;
}
