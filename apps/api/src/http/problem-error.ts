/** Errors that a client is meant to see, each with a stable code; mapped to problem+json in one place. */
import { type Feature, plansWith } from '@num-ecard/contracts/plans';
import type { Problem, ProblemCode } from '@num-ecard/contracts/problem';

type Extra = Pick<Problem, 'errors' | 'feature' | 'plans' | 'reason' | 'current'>;

export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    message: string,
    readonly extra: Extra = {},
    /** Seconds, for the `Retry-After` header. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export class ValidationFailed extends ProblemError {
  constructor(errors: readonly { path: string; message: string }[]) {
    super(400, 'validation_failed', 'The request is not valid.', { errors: [...errors] });
  }
}

export class Unauthenticated extends ProblemError {
  constructor() {
    super(401, 'unauthenticated', 'Sign in first.');
  }
}

export class PlanRequired extends ProblemError {
  constructor(feature: Feature) {
    super(403, 'plan_required', "The account's model does not have this feature.", {
      feature,
      plans: [...plansWith(feature)],
    });
  }
}

export class Forbidden extends ProblemError {
  constructor(why = 'This is not allowed.') {
    super(403, 'forbidden', why);
  }
}

export class NotFound extends ProblemError {
  constructor(what = 'Nothing is here.') {
    super(404, 'not_found', what);
  }
}

export class Conflict extends ProblemError {
  /** @param extra a finer reason, and what something is by now */
  constructor(what: string, extra: Pick<Extra, 'reason' | 'current'> = {}) {
    super(409, 'conflict', what, extra);
  }
}

export class IllegalTransition extends ProblemError {
  constructor(what: string, current: string) {
    super(422, 'illegal_transition', what, { current });
  }
}

export class TooManyRequests extends ProblemError {
  constructor(retryAfterSeconds: number) {
    super(429, 'too_many_requests', 'Too many requests.', {}, retryAfterSeconds);
  }
}

export class UnsupportedMediaType extends ProblemError {
  constructor(accepted: readonly string[]) {
    super(415, 'unsupported_media_type', `Send one of: ${accepted.join(', ')}.`);
  }
}

export class Unavailable extends ProblemError {
  constructor(retryAfterSeconds: number) {
    super(
      503,
      'unavailable',
      'The service cannot store anything just now. Nothing of this request was kept: send it again.',
      {},
      retryAfterSeconds,
    );
  }
}
