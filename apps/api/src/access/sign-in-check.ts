import type { IncomingHttpHeaders } from 'node:http';
import type { Plan } from '@num-ecard/contracts/plans';
import type { SignedInAccount } from './current-account.js';

/** What a request was let in by: whoever stays can be asked for it again. */
export interface Credential {
  readonly kind: 'session' | 'key';
  readonly id: string;
}

export interface SignedIn {
  readonly account: SignedInAccount;
  readonly credential: Credential;
}

/** What a credential opens at this moment. */
export interface Standing {
  readonly accountId: string;
  readonly plan: Plan;
  /** When it is over by itself; null when it never is. */
  readonly until: Date | null;
}

/** Tells whose request it is. Provided by the accounts module; the guard, the ingest and the live streams only ask. */
export abstract class SignInCheck {
  /**
   * Whose session or API key the headers carry, or null. A token in `Authorization` counts alone: beside it no session does.
   * @throws {TooManyRequests} when a key is used too often
   */
  abstract signedIn(headers: IncomingHttpHeaders): Promise<SignedIn | null>;

  /** What credentials open now, by their ids; without those that are over. One question, and no use of a key. */
  abstract standing(credentials: readonly Credential[], now: Date): Promise<ReadonlyMap<string, Standing>>;

  async accountOf(headers: IncomingHttpHeaders): Promise<SignedInAccount | null> {
    return (await this.signedIn(headers))?.account ?? null;
  }
}
