import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications.module.js';
import { PushNotices } from './push-notices.js';
import { PushOutbox } from './push-outbox.js';

/** What other modules alert browsers through. */
@Module({
  imports: [NotificationsModule],
  providers: [PushOutbox, PushNotices],
  exports: [PushOutbox, PushNotices],
})
export class PushModule {}
