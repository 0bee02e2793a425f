/** The one way to the API: same origin, cookies, JSON. Everything that can go wrong is a `RequestError`. */
import { z } from 'zod';
import { currentLanguage } from './i18n';
import { RequestError } from './request-error';

/** Milliseconds after which an answer is given up. */
const TIMEOUT_MS = 15_000;

/** What tells one refusal from another: a problem's `code`, and from sign-in the more exact `reason`; and which fields are wrong. */
const ErrorBody = z.object({
  code: z.string().optional(),
  reason: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

interface Options {
  signal?: AbortSignal;
}

/** `GET`, its answer parsed with `schema`. Throws `RequestError`. */
export async function getJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: Options = {},
): Promise<z.output<Schema>> {
  return parsed(await send(path, { method: 'GET' }, options), schema);
}

/** A change of which only success or failure matters. Throws `RequestError`. */
export async function sendJson(
  method: Method,
  path: string,
  body?: object,
  options: Options = {},
): Promise<void> {
  await change(method, path, body, options);
}

/** A change, and its answer parsed with `schema`. Throws `RequestError`. */
export async function sendForJson<Schema extends z.ZodType>(
  method: Method,
  path: string,
  body: object | undefined,
  schema: Schema,
  options: Options = {},
): Promise<z.output<Schema>> {
  return parsed(await change(method, path, body, options), schema);
}

/** A question too long for an address, answered by text such as a page. Throws `RequestError`. */
export async function askForText(path: string, body: object, options: Options = {}): Promise<string> {
  return (await change('POST', path, body, options)).text();
}

/** A file, whose content is still to come. Throws `RequestError`. */
export function getFile(path: string, options: Options): Promise<Response> {
  return send(path, { method: 'GET', headers: { accept: '*/*' } }, options);
}

function change(method: Method, path: string, body: object | undefined, options: Options): Promise<Response> {
  if (body === undefined) return send(path, { method }, options);
  const headers = { 'content-type': 'application/json' };
  return send(path, { method, headers, body: JSON.stringify(body) }, options);
}

async function parsed<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  const found = schema.safeParse(await response.json().catch(() => undefined));
  if (!found.success) throw new RequestError('malformed', {}, { cause: found.error });
  return found.data;
}

async function send(
  path: string,
  init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  { signal }: Options,
): Promise<Response> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  // AbortSignal.any would say this shorter, but Safari has it only since 17.4.
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const timer = setTimeout(abort, TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      signal: controller.signal,
      headers: { accept: 'application/json', 'accept-language': currentLanguage(), ...init.headers },
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestError(navigator.onLine ? 'unreachable' : 'offline', {}, { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<RequestError> {
  const body = ErrorBody.safeParse(await response.json().catch(() => undefined));
  // better-auth names the header x-retry-after.
  const wait = Number(response.headers.get('retry-after') ?? response.headers.get('x-retry-after') ?? NaN);
  return new RequestError('refused', {
    status: response.status,
    code: body.data?.reason ?? body.data?.code,
    errors: body.data?.errors,
    retryAfterSeconds: Number.isFinite(wait) && wait > 0 ? Math.ceil(wait) : undefined,
  });
}
