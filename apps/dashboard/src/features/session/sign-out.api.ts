import { postJson } from '../../lib/http';

/** `POST /api/auth/sign-out`. Throws `RequestError`. */
export function signOut(): Promise<void> {
  return postJson('/api/auth/sign-out', {});
}
