import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Slug } from '@num-ecard/contracts/cards';
import {
  Ambassador,
  AmbassadorsQuery,
  KnownAmbassadors,
  NewAmbassador,
  RankedAmbassadors,
  Thanks,
} from '@num-ecard/contracts/referral-ambassadors';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { Requires } from '../../access/requirements.js';
import { qrFileName, qrPng, qrSvg } from '../../cards/page/qr.js';
import { Returns } from '../../http/returns.decorator.js';
import { AmbassadorBook } from './ambassador-book.js';
import { OwnId } from './own-id.pipe.js';
import { ReferralStatistics } from '../referral-statistics.js';
import { askedDays } from '../report/asked-days.js';
import { localDay } from '../../clocks/local-time.js';

/** `card`: the slug of the card that the link leads to. */
const QrQuery = z.object({ card: Slug.optional() });
type QrQuery = z.infer<typeof QrQuery>;

const QR_ANSWER = { schema: { type: 'string', format: 'binary' }, description: 'the QR code' } as const;

@ApiTags('referral')
@Controller('api/recommendations/ambassadors')
export class AmbassadorsController {
  constructor(
    private readonly statistics: ReferralStatistics,
    private readonly book: AmbassadorBook,
  ) {}

  @Get()
  @Requires('referral')
  @Returns(RankedAmbassadors)
  ranking(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: AmbassadorsQuery }) query: AmbassadorsQuery,
  ): Promise<RankedAmbassadors> {
    const today = localDay(new Date(), account.timezone);
    return this.statistics.ambassadors(account, askedDays(query, today));
  }

  @Get('all')
  @Requires('referral')
  @Returns(KnownAmbassadors)
  all(@CurrentAccount() account: SignedInAccount): Promise<KnownAmbassadors> {
    return this.book.all(account.id);
  }

  @Get(':id')
  @Requires('referral')
  @Returns(Ambassador)
  one(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('ambassador')) id: string,
  ): Promise<Ambassador> {
    return this.book.one(account.id, id);
  }

  @Post()
  @Requires('referral')
  @Returns(Ambassador, 201)
  async add(
    @CurrentAccount() account: SignedInAccount,
    @Body({ schema: NewAmbassador }) wanted: NewAmbassador,
  ): Promise<Ambassador> {
    return this.book.one(account.id, await this.book.add(account.id, wanted));
  }

  @Post(':id/thanks')
  @Requires('referral')
  @HttpCode(200)
  @Returns(Ambassador)
  async thank(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('ambassador')) id: string,
    @Body({ schema: Thanks }) { message = null }: Thanks,
  ): Promise<Ambassador> {
    await this.book.thank(account, id, message);
    return this.book.one(account.id, id);
  }

  @Get(':id/qr.svg')
  @Requires('referral')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse(QR_ANSWER)
  async qrSvg(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('ambassador')) id: string,
    @Query({ schema: QrQuery }) { card }: QrQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, slug } = await this.book.personalLink(account.id, id, card);
    sendQr(reply, 'image/svg+xml', qrFileName(slug, id.slice(0, 8), 'svg'), await qrSvg(url));
  }

  @Get(':id/qr.png')
  @Requires('referral')
  @ApiProduces('image/png')
  @ApiOkResponse(QR_ANSWER)
  async qrPng(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('ambassador')) id: string,
    @Query({ schema: QrQuery }) { card }: QrQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, slug } = await this.book.personalLink(account.id, id, card);
    sendQr(reply, 'image/png', qrFileName(slug, id.slice(0, 8), 'png'), await qrPng(url));
  }
}

function sendQr(reply: FastifyReply, type: string, name: string, content: string | Buffer): void {
  void reply
    .type(type)
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(content);
}
