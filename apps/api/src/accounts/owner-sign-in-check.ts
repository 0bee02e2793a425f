import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { preferredLocale } from '@num-ecard/contracts/locale';
import type { DataSource } from 'typeorm';
import { bearerToken } from '../access/bearer-token.js';
import { type Credential, type SignedIn, SignInCheck, type Standing } from '../access/sign-in-check.js';
import { ApiKeys } from './api-keys.service.js';
import { AUTH, type Auth } from './auth.js';
import { credentialStandings } from './credential-standings.query.js';
import { signedInAccount } from './signed-in-account.query.js';

interface Found {
  readonly accountId: string;
  readonly credential: Credential;
}

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

  override async signedIn(headers: IncomingHttpHeaders): Promise<SignedIn | null> {
    const token = bearerToken(headers);
    const found = token === undefined ? await this.ofSession(headers.cookie) : await this.ofKey(token);
    if (found === null) return null;
    const account = await signedInAccount(this.dataSource, found.accountId);
    if (account === undefined) return null;
    const language = preferredLocale(headers['accept-language']) ?? account.locale;
    return { account: { ...account, language }, credential: found.credential };
  }

  override async standing(
    credentials: readonly Credential[],
    now: Date,
  ): Promise<ReadonlyMap<string, Standing>> {
    const ids = (kind: Credential['kind']) =>
      credentials.filter((credential) => credential.kind === kind).map(({ id }) => id);
    const rows = await credentialStandings(this.dataSource, ids('session'), ids('key'), now);
    return new Map(rows.map(({ id, ...standing }) => [id, standing]));
  }

  private async ofKey(token: string): Promise<Found | null> {
    const key = await this.keys.use(token, new Date());
    return key && { accountId: key.accountId, credential: { kind: 'key', id: key.id } };
  }

  private async ofSession(cookie: string | undefined): Promise<Found | null> {
    // Almost every beacon comes without one: no question to the database then.
    if (cookie === undefined || !cookie.includes('num-ecard.session_token=')) return null;
    const found = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    return (
      found && { accountId: found.user.accountId, credential: { kind: 'session', id: found.session.id } }
    );
  }
}
