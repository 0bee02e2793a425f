import { sendJson } from '../../lib/http';

/** `POST /api/auth/request-password-reset`; succeeds whether or not the account exists. Throws `RequestError`. */
export function requestPasswordReset(email: string): Promise<void> {
  return sendJson('POST', '/api/auth/request-password-reset', { email, redirectTo: '/choose-password' });
}
