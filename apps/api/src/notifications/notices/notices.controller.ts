import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Notices, NoticesQuery, NoticesRead, NoticesUnread } from '@num-ecard/contracts/notices';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { SignedIn } from '../../access/requirements.js';
import { Returns } from '../../http/returns.decorator.js';
import { NoticeList } from './notice-list.js';

@ApiTags('owner')
@Controller('api/notifications')
export class NoticesController {
  constructor(private readonly notices: NoticeList) {}

  /** Of a model without notifications: none. */
  @Get()
  @SignedIn()
  @Returns(Notices)
  list(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: NoticesQuery }) query: NoticesQuery,
  ): Promise<Notices> {
    return this.notices.page(account, query);
  }

  @Post('read')
  @SignedIn()
  @HttpCode(200)
  @Returns(NoticesUnread)
  read(
    @CurrentAccount() account: SignedInAccount,
    @Body({ schema: NoticesRead }) read: NoticesRead,
  ): Promise<NoticesUnread> {
    return this.notices.read(account, read);
  }
}
