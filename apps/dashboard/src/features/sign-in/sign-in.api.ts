import { sendJson } from '../../lib/http';

export interface Credentials {
  email: string;
  password: string;
}

/** `POST /api/auth/sign-in/email`; the session comes as a cookie. Throws `RequestError` (401: wrong, 429: too often). */
export function signIn(credentials: Credentials): Promise<void> {
  return sendJson('POST', '/api/auth/sign-in/email', credentials);
}
