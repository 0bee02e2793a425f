import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ProblemCode } from '@num-ecard/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/requirements.js';
import { CONFIG, type Config } from '../config/config.js';
import { NotFound, ProblemError } from '../http/problem-error.js';
import { AUTH, type Auth, CLIENT_KEY_HEADER } from './auth.js';
import { clientKey } from '../http/client-key.js';

// better-auth has many more routes; those that are not the product's do not exist.
const ROUTES = new Set([
  'POST sign-in/email',
  'POST sign-out',
  'POST request-password-reset',
  'POST reset-password',
  'POST change-password',
  'GET get-session',
]);

const CODES: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
};

/** Hands requests to better-auth, and turns its refusals into the contract's problem+json. */
@ApiExcludeController()
@Controller('api/auth')
export class AuthController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @All('*')
  @Public()
  async handle(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = new URL(request.url, this.config.publicUrl).pathname.replace('/api/auth/', '');
    if (!ROUTES.has(`${request.method} ${path}`)) throw new NotFound();
    const response = await this.auth.handler(this.asWebRequest(request));
    // A route at which every body is a secret or an address: nothing here is for a cache.
    void reply.header('cache-control', 'no-store');
    for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to ${path}`);
    if (!response.ok) throw await asProblem(response);
    void reply
      .status(response.status)
      .type('application/json')
      .send(withoutTokens(await response.text()));
  }

  private asWebRequest(request: FastifyRequest): Request {
    const headers = new Headers();
    for (const name of [
      'cookie',
      'origin',
      'host',
      'referer',
      'user-agent',
      'sec-fetch-site',
      'sec-fetch-mode',
    ]) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    // A browser names the page that sends a POST; what names none is a program, which no page can misuse.
    if (!headers.has('origin') && !headers.has('referer')) headers.set('origin', this.config.publicUrl);
    headers.set('content-type', 'application/json');
    headers.set(CLIENT_KEY_HEADER, clientKey(request.ip, this.config.secretKey));
    return new Request(new URL(request.url, this.config.publicUrl), {
      method: request.method,
      headers,
      ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
    });
  }
}

/** A session's token is in its cookie, which no script can read, and in no answer. */
function withoutTokens(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => (key === 'token' ? undefined : value)) as unknown,
  );
}

async function asProblem(response: Response): Promise<ProblemError> {
  const told = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  const retryAfter = Number(response.headers.get('x-retry-after') ?? Number.NaN);
  return new ProblemError(
    response.status,
    CODES[response.status] ?? 'validation_failed',
    told.message ?? 'This did not work.',
    told.code === undefined ? {} : { reason: told.code },
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}
