import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { planHas } from '@num-ecard/contracts/plans';
import type { FastifyRequest } from 'fastify';
import { Cards } from '../cards/cards.service.js';
import { CONFIG, type Config } from '../config/config.js';
import { Forbidden, NotFound, PlanRequired, Unauthenticated } from '../http/problem-error.js';
import { bearerToken } from './bearer-token.js';
import { admitted } from './current-account.js';
import { REQUIREMENT, type Requirement } from './requirements.js';
import { SignInCheck } from './sign-in-check.js';

/** Stands before every route and denies by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignInCheck,
    private readonly cards: Cards,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const requirement = this.reflector.get<Requirement | undefined>(REQUIREMENT, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    switch (requirement?.kind) {
      case 'public':
        return true;
      case 'operator':
        return this.admitOperator(request);
      case 'signed-in':
      case 'in-person':
      case 'feature':
        return this.admitOwner(request, requirement);
      default:
        throw new Forbidden();
    }
  }

  private admitOperator(request: FastifyRequest): boolean {
    const { adminToken } = this.config;
    if (adminToken === undefined) throw new NotFound();
    if (!sameSecret(bearerToken(request.headers) ?? '', adminToken)) throw new Unauthenticated();
    return true;
  }

  private async admitOwner(
    request: FastifyRequest,
    requirement: Extract<Requirement, { kind: 'signed-in' | 'in-person' | 'feature' }>,
  ): Promise<boolean> {
    const signedIn = await this.signIn.signedIn(request.headers);
    if (signedIn === null) throw new Unauthenticated();
    const { account, credential } = signedIn;
    // An owner's request that carries a token is an API key's: those read, and nothing of what opens the account.
    if (bearerToken(request.headers) !== undefined && !mayKey(request.method, requirement)) {
      throw new Forbidden('An API key reads statistics, exports and recommendations; it changes nothing.');
    }
    if (requirement.kind === 'feature') {
      const lacking = requirement.features.find((feature) => !planHas(account.plan, feature));
      if (lacking !== undefined) throw new PlanRequired(lacking);
    }
    Object.assign(admitted(request), { account, credential });
    const { card: key } = request.params as { card?: string };
    if (key !== undefined) {
      const card = await this.cards.ofAccountByKey(account.id, key);
      // Another account's card is not told apart from one that does not exist.
      if (card === null) throw new NotFound('There is no such card.');
      admitted(request).card = card;
    }
    return true;
  }
}

function mayKey(method: string, { kind }: Requirement): boolean {
  return kind !== 'in-person' && (method === 'GET' || method === 'HEAD');
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
