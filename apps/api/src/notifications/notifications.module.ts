import { Module } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { CONFIG, type Config } from '../config/config.js';
import { LiveStreams } from './live/live-streams.js';
import { Outbox } from './outbox.js';

@Module({
  imports: [
    MailerModule.forRootAsync({
      imports: [],
      inject: [CONFIG],
      useFactory: (config: Config) => ({ transport: config.smtpUrl }),
    }),
  ],
  providers: [Outbox, LiveStreams],
  exports: [Outbox, LiveStreams],
})
export class NotificationsModule {}
