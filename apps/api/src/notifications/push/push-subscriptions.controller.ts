import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import {
  NewPushSubscription,
  PushKey,
  PushSubscription,
  PushSubscriptions as PushSubscriptionList,
} from '@num-ecard/contracts/push';
import { z } from 'zod';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { InPerson, Requires } from '../../access/requirements.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Returns } from '../../http/returns.decorator.js';
import { PushSubscriptions } from './push-subscriptions.service.js';

const Id = z.uuid();

@ApiTags('owner')
@Controller('api/settings')
export class PushSubscriptionsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly subscriptions: PushSubscriptions,
  ) {}

  @Get('push-key')
  @Requires('usage.notifications')
  @Returns(PushKey)
  key(): PushKey {
    return { key: this.config.vapid.publicKey };
  }

  @Get('push-subscriptions')
  @InPerson()
  @Returns(PushSubscriptionList)
  list(@CurrentAccount() account: SignedInAccount): Promise<PushSubscriptionList> {
    return this.subscriptions.list(account);
  }

  /** A browser that is there already changes nothing. */
  @Post('push-subscriptions')
  @InPerson()
  @Returns(PushSubscription, 201)
  add(
    @CurrentAccount() account: SignedInAccount,
    @Body({ schema: NewPushSubscription }) wanted: NewPushSubscription,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<PushSubscription> {
    return this.subscriptions.add(account, wanted, userAgent ?? null);
  }

  @Delete('push-subscriptions/:id')
  @InPerson()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'no longer alerted' })
  remove(@CurrentAccount() account: SignedInAccount, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.subscriptions.remove(account, id);
  }
}
