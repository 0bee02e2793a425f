/**
 * What a route needs. Exactly one of these stands on every route; a route with none is refused by the guard
 * and fails the test that walks every route.
 */
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { Feature } from '@num-ecard/contracts/plans';
import type { Credential } from '../http/open-api.js';

export type Requirement =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'in-person' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'feature'; readonly features: readonly Feature[] };

export const REQUIREMENT = 'num-ecard:requirement';

/** Any one of the credentials will do. */
const needs = (requirement: Requirement, ...credentials: Credential[]) =>
  applyDecorators(
    SetMetadata<string, Requirement>(REQUIREMENT, requirement),
    ...credentials.map((credential) => ApiSecurity(credential)),
  );

/** Anybody, without an account. */
export const Public = () => needs({ kind: 'public' });
/** Any owner who is signed in, whatever the model. */
export const SignedIn = () => needs({ kind: 'signed-in' }, 'session', 'apiKey');
/** An owner who is signed in with their password: no API key will do. */
export const InPerson = () => needs({ kind: 'in-person' }, 'session');
/** The operator, by `ADMIN_TOKEN`. */
export const Operator = () => needs({ kind: 'operator' }, 'operator');
/** A signed-in owner whose model has the feature; all of them, where several are named. */
export const Requires = (...features: [Feature, ...Feature[]]) =>
  needs({ kind: 'feature', features }, 'session', 'apiKey');
