/**
 * Why a request brought nothing:
 * - `offline`: the device has no network
 * - `unreachable`: no answer came (server down, connection cut, time over)
 * - `malformed`: an answer came that is not what the contract says
 * - `refused`: the server said no; `status`, `code`, `errors` and `retryAfterSeconds` tell more
 */
export type RequestErrorKind = 'offline' | 'unreachable' | 'malformed' | 'refused';

interface Refusal {
  status?: number;
  /** A problem's `code`, or the `reason` of a refused sign-in or password. */
  code?: string | undefined;
  /** Which fields are wrong, with `validation_failed`: paths such as `profile.phones.0.number`. */
  errors?: readonly { readonly path: string; readonly message: string }[] | undefined;
  retryAfterSeconds?: number | undefined;
}

export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly errors: NonNullable<Refusal['errors']>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly kind: RequestErrorKind,
    { status, code, errors = [], retryAfterSeconds }: Refusal = {},
    options?: ErrorOptions,
  ) {
    super([kind, status, code].filter(Boolean).join(' '), options);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whether the session has ended. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof RequestError && error.status === 401;
}

/** Whether the account's model does not have what was asked for. */
export function isBeyondPlan(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'plan_required';
}

/** Whether the same request may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof RequestError)) return false;
  return error.kind === 'refused' ? (error.status ?? 0) >= 500 : error.kind !== 'malformed';
}
