import { sendJson } from '../../lib/http';

/** Characters; the server holds the same limits. */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

/** `POST /api/auth/reset-password`. Throws `RequestError` (`INVALID_TOKEN`: used or expired). */
export function resetPassword(newPassword: string, token: string): Promise<void> {
  return sendJson('POST', '/api/auth/reset-password', { newPassword, token });
}
