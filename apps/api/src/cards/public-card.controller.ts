import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Locale, negotiateLocale } from '@num-ecard/contracts/locale';
import { LinkCode } from '@num-ecard/contracts/usage-vocabulary';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../access/requirements.js';
import { CONFIG, type Config } from '../config/config.js';
import { Edge } from '../http/edge.js';
import { CardPageParts } from './card-page-parts.js';
import { isMeasured, optOutCookie, visitorsChoice } from './visitors-choice.js';
import { renderCardPage } from './page/card-page.js';
import type { CardPart } from './page/card-part.js';
import { cardPaths } from './page/card-view.js';
import { renderNotFoundPage } from './page/not-found-page.js';
import { renderPrivacyPage } from './page/privacy-page.js';
import { qrAddress, renderQrPage } from './page/qr-page.js';
import { qrFileName, qrPng, qrSvg } from './page/qr.js';
import { contentSecurityPolicy } from './page/theme.js';
import { renderVcard, vcardDisposition } from './page/vcard.js';
import { PublicCards } from './public-cards.service.js';

const Choice = z.object({ choice: z.enum(['out', 'in']) });
const Done = z.object({ done: z.enum(['out', 'in']).optional().catch(undefined) });
/** `k`: the named link that the code is for. */
const QrQuery = z.object({ k: LinkCode.optional() });
const FOR_EVER = 'public, max-age=31536000, immutable';

type Found = NonNullable<Awaited<ReturnType<PublicCards['find']>>>;

/** The pages and files of a card that anybody may open. */
@ApiExcludeController()
@Controller('c/:slug')
export class PublicCardController {
  constructor(
    private readonly cards: PublicCards,
    private readonly parts: CardPageParts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  card(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(slug, request, reply, async (found, locale) =>
      renderCardPage(found.view, {
        locale,
        measured: isMeasured(request.headers),
        parts: await this.partsOf(found, locale, request),
      }),
    );
  }

  @Get('qr')
  @Public()
  qr(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.page(slug, request, reply, ({ view }, locale) => renderQrPage(view, { locale }));
  }

  @Get('privacy')
  @Public()
  privacy(
    @Param('slug') slug: string,
    @Query({ schema: Done }) { done }: z.infer<typeof Done>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { optedOut, signal } = visitorsChoice(request.headers);
    return this.page(slug, request, reply, async (found, locale) =>
      renderPrivacyPage(found.view, {
        locale,
        optedOut,
        signal,
        done,
        parts: await this.partsOf(found, locale, request),
      }),
    );
  }

  /** The visitor's choice, from the page's form; works without JavaScript. */
  @Post('privacy')
  @Public()
  @Edge({ bodyLimit: 1024, contentTypes: ['application/x-www-form-urlencoded'] })
  async choose(
    @Param('slug') slug: string,
    @Body({ schema: Choice }) { choice }: z.infer<typeof Choice>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.cards.find(slug);
    if (found === undefined) return this.notFound(request, reply);
    const secure = this.config.publicUrl.startsWith('https:');
    void reply
      .header('set-cookie', optOutCookie(choice === 'out', secure))
      .header('cache-control', 'no-store')
      .redirect(`${cardPaths(found.view).privacy}?done=${choice}`, 303);
  }

  @Get('qr.svg')
  @Public()
  qrSvg(
    @Param('slug') slug: string,
    @Query({ schema: QrQuery }) { k }: z.infer<typeof QrQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.file(slug, request, reply, 'image/svg+xml', ({ view }) => {
      void reply.header('content-disposition', `inline; filename="${qrFileName(view.slug, k, 'svg')}"`);
      return qrSvg(qrAddress(view, k));
    });
  }

  @Get('qr.png')
  @Public()
  qrPng(
    @Param('slug') slug: string,
    @Query({ schema: QrQuery }) { k }: z.infer<typeof QrQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.file(slug, request, reply, 'image/png', ({ view }) => {
      void reply.header('content-disposition', `inline; filename="${qrFileName(view.slug, k, 'png')}"`);
      return qrPng(qrAddress(view, k));
    });
  }

  @Get('card.vcf')
  @Public()
  vcard(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.file(slug, request, reply, 'text/vcard; charset=utf-8', async ({ card, view }) => {
      const photo = await this.cards.photo(card);
      void reply.header('content-disposition', vcardDisposition(view));
      return renderVcard(view, photo && { type: photo.mediaType, bytes: photo.bytes }, card.revisedAt);
    });
  }

  @Get('photo')
  @Public()
  async photo(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.cards.find(slug);
    const photo = found && (await this.cards.photo(found.card));
    if (!photo) return this.notFound(request, reply);
    void reply.type(photo.mediaType).header('cache-control', FOR_EVER).send(photo.bytes);
  }

  private async page(
    slug: string,
    request: FastifyRequest,
    reply: FastifyReply,
    render: (found: Found, locale: Locale) => string | Promise<string>,
  ): Promise<void> {
    const found = await this.cards.find(slug);
    if (found === undefined) return this.notFound(request, reply);
    const page = await render(found, negotiateLocale(request.headers['accept-language']));
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(found.view.profile.color))
      // The page depends on the visitor's language and choice, and must show a change at once.
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-language, cookie, dnt, sec-gpc')
      .send(page);
  }

  private partsOf({ card, view }: Found, locale: Locale, request: FastifyRequest): Promise<CardPart[]> {
    const query = request.query as Readonly<Record<string, unknown>>;
    return this.parts.render({ accountId: card.accountId, cardId: card.id, view }, { locale, query });
  }

  private async file(
    slug: string,
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    make: (found: Found) => Promise<string | Buffer>,
  ): Promise<void> {
    const found = await this.cards.find(slug);
    if (found === undefined) return this.notFound(request, reply);
    const content = await make(found);
    void reply.type(type).header('cache-control', 'public, max-age=300').send(content);
  }

  private notFound(request: FastifyRequest, reply: FastifyReply): void {
    const locale = negotiateLocale(request.headers['accept-language']);
    void reply
      .status(404)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy())
      .header('cache-control', 'no-store')
      .send(renderNotFoundPage({ locale }));
  }
}
