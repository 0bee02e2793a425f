import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications.module.js';
import { LiveNotices } from './live-notices.js';
import { NoticeList } from './notice-list.js';
import { NoticesController } from './notices.controller.js';
import { NoticesUpkeep } from './notices-upkeep.js';

/** The list, the open screens and the upkeep: of the running application, not of a command that only tells something. */
@Module({
  imports: [NotificationsModule],
  controllers: [NoticesController],
  providers: [LiveNotices, NoticeList, NoticesUpkeep],
})
export class NoticesDeliveryModule {}
