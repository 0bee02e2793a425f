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
      useFactory: (config: Config) => ({ transport: config.smtpUrl }),
    }),
  ],
  providers: [MailDispatch],
})
export class MailModule {}
