import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Problem, ProblemCode } from '@num-ecard/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseUnavailable } from '../database/unavailable.js';
import { ProblemError, Unavailable, ValidationFailed } from './problem-error.js';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

const CODES: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** Any error as what the client is told; `undefined` when it is our own fault and only the log may say more. */
function asProblemError(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (isDatabaseUnavailable(error)) return new Unavailable(2);
  // Fastify's own refusals (body too large, malformed JSON, unknown media type) and Nest's (unknown route).
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  if (status === 503) return new Unavailable(2);
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  const { message } = error as Error;
  return status in CODES
    ? new ProblemError(status, CODES[status] ?? 'validation_failed', message)
    : new ValidationFailed([{ path: '', message }]);
}

/** The answer for an error: RFC 9457, with the stable code of the contract. */
export function sendProblem(reply: FastifyReply, error: ProblemError): FastifyReply {
  const problem: Problem = {
    type: 'about:blank',
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    ...error.extra,
  };
  if (error.retryAfter !== undefined) void reply.header('retry-after', String(error.retryAfter));
  return reply
    .status(error.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const known = asProblemError(error);
    if (known === undefined) {
      // The route's pattern, never its address: that may hold what a visitor typed.
      this.logger.error(
        `${request.method} ${request.routeOptions?.url ?? 'unknown route'} failed`,
        error instanceof Error ? error.stack : String(error),
      );
    }
    if (reply.sent || reply.raw.headersSent) return;
    void sendProblem(
      reply,
      known ??
        new ProblemError(
          500,
          'internal_error',
          'Something went wrong on our side. Nothing is lost; try again.',
        ),
    );
  }
}
