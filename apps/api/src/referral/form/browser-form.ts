import { randomUUID } from 'node:crypto';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { negotiateLocale } from '@num-ecard/contracts/locale';
import { planHas } from '@num-ecard/contracts/plans';
import type { RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, of } from 'rxjs';
import type { PublicCard } from '../../cards/public-card.query.js';
import { PublicCards } from '../../cards/public-cards.service.js';
import { contentSecurityPolicy } from '../../cards/page/theme.js';
import type { CardView } from '../../cards/page/card-view.js';
import { CONFIG, type Config } from '../../config/config.js';
import { isDatabaseUnavailable } from '../../database/unavailable.js';
import { NotFound, ProblemError, Unavailable } from '../../http/problem-error.js';
import { signMoment } from './opened-moment.js';
import type { FieldError, Typed } from '../page/form-errors.js';
import { renderRecommendForm } from '../page/recommend-form.js';
import { renderThanksPage } from '../page/thanks-page.js';
import { ViaAmbassador } from './via-ambassador.js';
import { typedFields } from './typed-fields.js';

type FormRequest = FastifyRequest & { formCard?: PublicCard };

/**
 * Stands round the form's routes. It finds the card first, so that a card without a form says so whatever is sent to it; it reads posted
 * forms as the JSON that they stand for; and it answers a browser without JavaScript with pages: thanks, or the form again with what was
 * typed and what is wrong with it.
 */
@Injectable()
export class BrowserForm implements NestInterceptor {
  constructor(
    private readonly cards: PublicCards,
    private readonly via: ViaAmbassador,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FormRequest>();
    const { slug } = request.params as { slug: string };
    const found = await this.cards.find(slug);
    if (found === undefined || !planHas(found.card.plan, 'referral'))
      throw new NotFound('There is no card with a referral form at this address.');
    request.formCard = found.card;
    if (!isPostedForm(request)) return next.handle();
    const typed = textsOf(request.body);
    request.body = typedFields(request.body as Record<string, unknown>);
    if (!(request.headers.accept ?? '').includes('text/html')) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap((receipt: RecommendationReceipt) => from(this.thanks(found, typed, receipt, request))),
      catchError((thrown: unknown) => {
        const error = isDatabaseUnavailable(thrown) ? new Unavailable(2) : thrown;
        if (!(error instanceof ProblemError)) throw error;
        void reply.status(error.status);
        if (error.retryAfter !== undefined) void reply.header('retry-after', String(error.retryAfter));
        return from(this.formAgain(found, typed, error, request));
      }),
      mergeMap((html: string) => {
        void reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', contentSecurityPolicy(found.view.profile.color))
          .header('cache-control', 'no-store');
        return of(html);
      }),
    );
  }

  private async thanks(
    { card, view }: { card: PublicCard; view: CardView },
    typed: Typed,
    receipt: RecommendationReceipt,
    { headers }: FastifyRequest,
  ): Promise<string> {
    const via = await this.via.find(card.accountId, typed['via']);
    return renderThanksPage(view, {
      locale: negotiateLocale(headers['accept-language']),
      receipt,
      ambassador: via?.name ?? typed['ambassador.name'] ?? null,
      prospect: {
        name: typed['prospect.name'] ?? '',
        phone: typed['prospect.phone'],
        email: typed['prospect.email'],
      },
      via: via?.token,
    });
  }

  private async formAgain(
    { card, view }: { card: PublicCard; view: CardView },
    typed: Typed,
    { extra, status }: ProblemError,
    { headers }: FastifyRequest,
  ): Promise<string> {
    const errors: readonly FieldError[] = extra.errors ?? [{ path: '', message: String(status) }];
    return renderRecommendForm(view, {
      locale: negotiateLocale(headers['accept-language']),
      opened: typed['opened'] ?? signMoment(this.config.secretKey, new Date()),
      idempotencyKey: typed['idempotencyKey'] || randomUUID(),
      ambassador: await this.via.find(card.accountId, typed['via']),
      typed,
      errors,
    });
  }
}

function isPostedForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false;
}

function textsOf(body: unknown): Typed {
  return Object.fromEntries(
    Object.entries(body ?? {}).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** The card whose form was sent. */
export const FormCard = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { formCard } = context.switchToHttp().getRequest<FormRequest>();
  if (formCard === undefined) throw new Error('the route lacks BrowserForm');
  return formCard;
});
