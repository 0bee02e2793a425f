import { sendJson } from '../../lib/http';

/** `POST /api/auth/sign-out`. Throws `RequestError`. */
export function signOut(): Promise<void> {
  return sendJson('POST', '/api/auth/sign-out', {});
}
