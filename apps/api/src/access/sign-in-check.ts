import type { IncomingHttpHeaders } from 'node:http';
import type { SignedInAccount } from './current-account.js';

/** Tells whose request it is. Provided by the accounts module; the guard and the ingest only ask. */
export abstract class SignInCheck {
  /**
   * The account whose session or API key the headers carry, or null. A token in `Authorization` counts alone: beside it
   * no session does.
   * @throws {TooManyRequests} when a key is used too often
   */
  abstract accountOf(headers: IncomingHttpHeaders): Promise<SignedInAccount | null>;
}
