import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { planHas } from '@num-ecard/contracts/plans';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { PublicCard } from '../../cards/public-card.query.js';
import { PublicCards } from '../../cards/public-cards.service.js';
import { NotFound } from '../../http/problem-error.js';
import { typedFields } from './typed-fields.js';

type FormRequest = FastifyRequest & { formCard?: PublicCard };

/**
 * Stands round the form's route: finds the card first, so that a card without a form says so whatever is sent to it, and reads posted
 * forms as the JSON that they stand for.
 */
@Injectable()
export class BrowserForm implements NestInterceptor {
  constructor(private readonly cards: PublicCards) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FormRequest>();
    const { slug } = request.params as { slug: string };
    const found = await this.cards.find(slug);
    if (found === undefined || !planHas(found.card.plan, 'referral'))
      throw new NotFound('There is no card with a referral form at this address.');
    request.formCard = found.card;
    if (isPostedForm(request)) request.body = typedFields(request.body as Record<string, unknown>);
    return next.handle();
  }
}

function isPostedForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false;
}

/** The card whose form was sent. */
export const FormCard = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { formCard } = context.switchToHttp().getRequest<FormRequest>();
  if (formCard === undefined) throw new Error('the route lacks BrowserForm');
  return formCard;
});
