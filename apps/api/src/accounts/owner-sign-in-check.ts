import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { preferredLocale } from '@num-ecard/contracts/locale';
import type { DataSource } from 'typeorm';
import { bearerToken } from '../access/bearer-token.js';
import type { SignedInAccount } from '../access/current-account.js';
import { SignInCheck } from '../access/sign-in-check.js';
import { ApiKeys } from './api-keys.service.js';
import { AUTH, type Auth } from './auth.js';
import { signedInAccount } from './signed-in-account.query.js';

/** Sign-in by better-auth's session cookie, or by an API key. */
@Injectable()
export class OwnerSignInCheck extends SignInCheck {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keys: ApiKeys,
  ) {
    super();
  }

  override async accountOf(headers: IncomingHttpHeaders): Promise<SignedInAccount | null> {
    const token = bearerToken(headers);
    const accountId =
      token === undefined ? await this.ofSession(headers.cookie) : await this.keys.use(token, new Date());
    if (accountId === null) return null;
    const account = await signedInAccount(this.dataSource, accountId);
    if (account === undefined) return null;
    return { ...account, language: preferredLocale(headers['accept-language']) ?? account.locale };
  }

  private async ofSession(cookie: string | undefined): Promise<string | null> {
    // Almost every beacon comes without one: no question to the database then.
    if (cookie === undefined || !cookie.includes('num-ecard.session_token=')) return null;
    const session = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    return session?.user.accountId ?? null;
  }
}
