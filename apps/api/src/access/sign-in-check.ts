import type { IncomingHttpHeaders } from 'node:http';
import type { SignedInAccount } from './current-account.js';

/** Tells whose request it is. Provided by the accounts module; the guard and the ingest only ask. */
export abstract class SignInCheck {
  /** The account whose session the headers carry, or null. */
  abstract accountOf(headers: IncomingHttpHeaders): Promise<SignedInAccount | null>;
}
