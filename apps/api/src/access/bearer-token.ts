import type { IncomingHttpHeaders } from 'node:http';

/** The token of an `Authorization: Bearer` header, or undefined when there is none. */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | undefined {
  return authorization === undefined ? undefined : /^Bearer +(\S.*)$/i.exec(authorization)?.[1];
}
