import { sendJson } from '../../lib/http';

/** Characters; the server holds the same limits. */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** `POST /api/auth/change-password`; every other session ends. Throws `RequestError` (`INVALID_PASSWORD`: not the current one). */
export function changePassword(change: PasswordChange): Promise<void> {
  return sendJson('POST', '/api/auth/change-password', { ...change, revokeOtherSessions: true });
}
