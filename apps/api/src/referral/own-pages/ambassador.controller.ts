import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { negotiateLocale } from '@num-ecard/contracts/locale';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../../access/requirements.js';
import { qrSvg } from '../../cards/page/qr.js';
import { Edge } from '../../http/edge.js';
import { type OwnRecommendation, renderAmbassadorPage } from '../page/ambassador-page.js';
import { ReferralLinks } from '../referral-links.js';
import type { Recommendation } from '../store/recommendation.entity.js';
import { AmbassadorAnswers, type OwnPage } from './ambassador-answers.js';
import { PageCards } from './page-cards.js';
import { sendPage, sendUnknownLink } from './send-page.js';

const PageQuery = z.object({ confirm: z.literal('erase').optional().catch(undefined) });
const Answer = z.object({ choice: z.literal('erase') });

/** The ambassador's own page: what they sent and, in general words, how it goes. Its address is all that opens it. */
@ApiExcludeController()
@Controller('a/:token')
export class AmbassadorController {
  constructor(
    private readonly answers: AmbassadorAnswers,
    private readonly cards: PageCards,
    private readonly links: ReferralLinks,
  ) {}

  @Get()
  @Public()
  async page(
    @Param('token') token: string,
    @Query({ schema: PageQuery }) { confirm }: z.infer<typeof PageQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const locale = negotiateLocale(request.headers['accept-language']);
    const own = await this.answers.find(token);
    const card = own && (await this.cards.of(own.ambassador.accountId, own.recommendations[0]?.cardId));
    if (own === null || card === null) return sendUnknownLink(reply, locale);
    const { ambassador, isErasable } = own;
    const page = renderAmbassadorPage(card.view, {
      locale,
      path: `/a/${token}`,
      ambassador: own.name,
      recommendations: own.recommendations.map((record) => this.shown(record, own.isTheirs)),
      personal: await this.personal(own, card.view.slug),
      confirm,
      erased: ambassador.erasedAt !== null,
      erasable: isErasable,
      timezone: card.timezone,
    });
    sendPage(reply, card.view, page);
  }

  @Post()
  @Public()
  @Edge({ bodyLimit: 1024, contentTypes: ['application/x-www-form-urlencoded'] })
  async erase(
    @Param('token') token: string,
    @Body({ schema: Answer }) _answer: z.infer<typeof Answer>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = await this.answers.find(token);
    if (own === null) return sendUnknownLink(reply, negotiateLocale(request.headers['accept-language']));
    await this.answers.erase(own, new Date());
    void reply.header('cache-control', 'no-store').redirect(`/a/${token}`, 303);
  }

  /**
   * What the owner has kept apart, or somebody has objected to, looks like any other that was sent. The page of one recommendation names
   * nobody: of somebody who had objected no name is kept, and that it is missing would tell.
   */
  private shown(
    { id, prospectName, receivedAt, status, consent, erasedAt, held }: Recommendation,
    isTheirs: boolean,
  ): OwnRecommendation {
    // Once it is over nobody calls them any more: there is nothing left to agree to.
    const isOver = status === 'converted' || status === 'lost';
    const isOpen = !isOver && (erasedAt === null || held === 'objection');
    const isUnanswered = isOpen && (consent === 'declared' || consent === 'none');
    return {
      prospect: isTheirs ? prospectName : null,
      receivedAt,
      status,
      consentUrl: isUnanswered ? this.links.url('prospect', id) : null,
    };
  }

  private async personal({ ambassador, isTheirs }: OwnPage, slug: string) {
    if (!isTheirs || ambassador.erasedAt !== null) return undefined;
    const url = this.links.personalUrl(slug, ambassador.id);
    return { url, qrSvg: await qrSvg(url) };
  }
}
