import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Locale, negotiateLocale, preferredLocale } from '@num-ecard/contracts/locale';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { Public } from '../../access/requirements.js';
import { contentSecurityPolicy } from '../../cards/page/theme.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Edge } from '../../http/edge.js';
import { switchReportOff } from './switch-report-off.query.js';
import { reportedAccount } from './reported-account.query.js';
import { renderUnknownReportPage, renderUnsubscribePage } from './unsubscribe-page.js';
import { accountOfToken } from './unsubscribe-token.js';

/** Where the monthly e-mail is switched off without signing in: its address is all that opens it. */
@ApiExcludeController()
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  async page(
    @Param('token') token: string,
    @Headers('accept-language') language: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const account = await this.accountOf(token);
    if (account === undefined) return sendUnknown(reply, negotiateLocale(language));
    const locale = preferredLocale(language) ?? account.language;
    send(reply, renderUnsubscribePage({ locale, path: pathOf(token), isOff: !account.wanted }));
  }

  /** The page's button, and the button of an e-mail program (RFC 8058), whatever body that sends; done twice, it is done. */
  @Post()
  @Public()
  @HttpCode(200)
  @Edge({ ignoresBody: true })
  async switchOff(
    @Param('token') token: string,
    @Headers('accept-language') language: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const account = await this.accountOf(token);
    if (account === undefined) return sendUnknown(reply, negotiateLocale(language));
    await switchReportOff(this.dataSource, account.id);
    const locale = preferredLocale(language) ?? account.language;
    send(reply, renderUnsubscribePage({ locale, path: pathOf(token), isOff: true }));
  }

  private async accountOf(token: string) {
    const accountId = accountOfToken(this.config.secretKey, token);
    return accountId === null ? undefined : reportedAccount(this.dataSource, accountId);
  }
}

function pathOf(token: string): string {
  return `/unsubscribe/${token}`;
}

function sendUnknown(reply: FastifyReply, locale: Locale): void {
  send(reply.status(404), renderUnknownReportPage(locale));
}

function send(reply: FastifyReply, html: string): void {
  void reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy())
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(html);
}
