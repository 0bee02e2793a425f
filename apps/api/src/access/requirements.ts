/**
 * What a route needs. Exactly one of these stands on every route; a route with none is refused by the guard
 * and fails the test that walks every route.
 */
import { SetMetadata } from '@nestjs/common';
import type { Feature } from '@num-ecard/contracts/plans';

export type Requirement =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'in-person' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'feature'; readonly feature: Feature };

export const REQUIREMENT = 'num-ecard:requirement';

/** Anybody, without an account. */
export const Public = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'public' });
/** Any owner who is signed in, whatever the model. */
export const SignedIn = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'signed-in' });
/** An owner who is signed in with their password: no API key will do. */
export const InPerson = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'in-person' });
/** The operator, by `ADMIN_TOKEN`. */
export const Operator = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'operator' });
/** A signed-in owner whose model has the feature. */
export const Requires = (feature: Feature) =>
  SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'feature', feature });
