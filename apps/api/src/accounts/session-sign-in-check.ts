import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SignedInAccount } from '../access/current-account.js';
import { SignInCheck } from '../access/sign-in-check.js';
import { AUTH, type Auth } from './auth.js';
import { signedInAccount } from './signed-in-account.query.js';

/** Sign-in by better-auth's session cookie. */
@Injectable()
export class SessionSignInCheck extends SignInCheck {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {
    super();
  }

  override async accountOf({ cookie }: IncomingHttpHeaders): Promise<SignedInAccount | null> {
    // Almost every beacon comes without one: no question to the database then.
    if (cookie === undefined || !cookie.includes('num-ecard.session_token=')) return null;
    const session = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    if (session === null) return null;
    return (await signedInAccount(this.dataSource, session.user.accountId)) ?? null;
  }
}
