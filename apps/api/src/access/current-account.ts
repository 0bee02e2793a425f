import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Locale } from '@num-ecard/contracts/locale';
import type { Plan } from '@num-ecard/contracts/plans';
import type { FastifyRequest } from 'fastify';
import type { Card } from '../cards/card.entity.js';
import type { Credential } from './sign-in-check.js';

/** The account a request speaks for, read anew for each request: a change of model takes effect at once. */
export interface SignedInAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly plan: Plan;
  readonly locale: Locale;
  /** What the request is answered in: the language that it asks for, else the account's. */
  readonly language: Locale;
  readonly timezone: string;
  readonly demo: boolean;
}

/** What the guard found out about a request. */
export interface Admitted {
  account?: SignedInAccount;
  credential?: Credential;
  card?: Card;
}

/** The guard's findings, kept on the request. */
export function admitted(request: FastifyRequest): Admitted {
  const holder = request as FastifyRequest & { admitted?: Admitted };
  return (holder.admitted ??= {});
}

function found<K extends keyof Admitted>(context: ExecutionContext, key: K): NonNullable<Admitted[K]> {
  const value = admitted(context.switchToHttp().getRequest<FastifyRequest>())[key];
  if (value === undefined) throw new Error(`the route has no ${key}: it lacks @SignedIn, @Requires or :card`);
  return value;
}

/** The signed-in account. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext) =>
  found(context, 'account'),
);

/** What the request was let in by. */
export const CurrentCredential = createParamDecorator((_: unknown, context: ExecutionContext) =>
  found(context, 'credential'),
);

/** The card of a route's `:card`, which the guard has seen to be the account's own. */
export const OwnCard = createParamDecorator((_: unknown, context: ExecutionContext) =>
  found(context, 'card'),
);
