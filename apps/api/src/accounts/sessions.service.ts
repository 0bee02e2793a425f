import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Sessions as SessionList } from '@num-ecard/contracts/sessions';
import type { DataSource } from 'typeorm';
import { NotFound } from '../http/problem-error.js';
import { announceAccess } from '../notifications/live/live-notice.js';
import { accountSessions } from './account-sessions.query.js';
import { AUTH, type Auth } from './auth.js';
import { describeBrowser } from '../http/describe-browser.js';

/** Where an owner is signed in. better-auth's own list would hand out the sessions' tokens. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async list(accountId: string, headers: IncomingHttpHeaders): Promise<SessionList> {
    const own = await this.currentId(headers);
    const found = await accountSessions(this.dataSource, accountId, new Date());
    const sessions = found.map(({ id, userAgent, createdAt, updatedAt }) => {
      const { browser, system } = describeBrowser(userAgent);
      return {
        id,
        browser,
        system,
        createdAt: createdAt.toISOString(),
        lastSeenAt: updatedAt.toISOString(),
        current: id === own,
      };
    });
    return { sessions: sessions.toSorted((a, b) => Number(b.current) - Number(a.current)) };
  }

  /** Ends one session. @throws {NotFound} */
  async end(accountId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [ended] = await manager.query<[{ id: string }[], number]>(
        `DELETE FROM sessions s USING users u
          WHERE u.id = s.user_id AND u.account_id = $1 AND s.id = $2
         RETURNING s.id`,
        [accountId, id],
      );
      if (ended.length === 0) throw new NotFound('There is no such session.');
      await announceAccess(manager, accountId);
    });
  }

  /** Ends every session but the one that asks. */
  async endOthers(accountId: string, headers: IncomingHttpHeaders): Promise<void> {
    const own = await this.currentId(headers);
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `DELETE FROM sessions s USING users u
          WHERE u.id = s.user_id AND u.account_id = $1 AND s.id IS DISTINCT FROM $2::uuid`,
        [accountId, own],
      );
      await announceAccess(manager, accountId);
    });
  }

  private async currentId({ cookie = '' }: IncomingHttpHeaders): Promise<string | null> {
    const found = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    return found?.session.id ?? null;
  }
}
