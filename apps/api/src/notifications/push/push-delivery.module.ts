import { Module } from '@nestjs/common';
import { PushDispatch } from './push-dispatch.js';
import { PushService } from './push-service.js';
import { PushSubscriptionsController } from './push-subscriptions.controller.js';
import { PushSubscriptions } from './push-subscriptions.service.js';
import { PushModule } from './push.module.js';

/** Which browsers are alerted, and the delivery: by the running application, not by a command that only queues an alert. */
@Module({
  imports: [PushModule],
  controllers: [PushSubscriptionsController],
  providers: [PushDispatch, PushService, PushSubscriptions],
})
export class PushDeliveryModule {}
