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
      useFactory: (config: Config) => ({ transport: withTimeouts(config.smtpUrl) }),
    }),
  ],
  providers: [MailDispatch],
})
export class MailModule {}

/** An e-mail is given up before the outbox takes it for lost, or it would be sent a second time meanwhile. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
  for (const [name, milliseconds] of Object.entries(timeouts))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds));
  return url.href;
}
