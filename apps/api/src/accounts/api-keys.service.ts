import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type ApiKeys as ApiKeyList,
  type ApiKey as ApiKeyAnswer,
  type CreatedApiKey,
  MAX_API_KEYS,
} from '@num-ecard/contracts/api-keys';
import type { DataSource } from 'typeorm';
import { Conflict, NotFound, TooManyRequests } from '../http/problem-error.js';
import { RequestPace } from '../http/request-pace.js';
import { announceAccess } from '../notifications/live/live-notice.js';
import { lockAccount } from './account-change.js';
import { ApiKey } from './api-key.entity.js';

const BEGINNING = 'nek_';
const FORM = /^nek_[\w-]{43}$/;
const SHOWN = BEGINNING.length + 6;
const MINUTE_MS = 60_000;
const USES_A_MINUTE = 300;

/** The keys by which an owner's programs read. */
@Injectable()
export class ApiKeys {
  private readonly pace = new RequestPace(USES_A_MINUTE, MINUTE_MS);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list(accountId: string): Promise<ApiKeyList> {
    const keys = await this.dataSource.manager.find(ApiKey, {
      where: { accountId },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
    return { keys: keys.map(answer) };
  }

  /** Makes a key. @throws {Conflict} when the account has as many as it may have */
  async create(accountId: string, name: string): Promise<CreatedApiKey> {
    const key = BEGINNING + randomBytes(32).toString('base64url');
    const made = await this.dataSource.transaction(async (manager) => {
      // Locked, or two at once would both be the tenth.
      await lockAccount(manager, accountId);
      const present = await manager.countBy(ApiKey, { accountId });
      if (present >= MAX_API_KEYS) throw new Conflict(`An account has at most ${MAX_API_KEYS} API keys.`);
      const id = randomUUID();
      await manager.insert(ApiKey, {
        id,
        accountId,
        name,
        digest: digestOf(key),
        prefix: key.slice(0, SHOWN),
      });
      return manager.findOneByOrFail(ApiKey, { id, accountId });
    });
    return { ...answer(made), key };
  }

  /** Takes a key back: it opens nothing from now on. @throws {NotFound} */
  async revoke(accountId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.delete(ApiKey, { id, accountId });
      if (affected === 0) throw new NotFound('There is no such key.');
      await announceAccess(manager, accountId);
    });
  }

  /**
   * Counts one use of a key. @returns the key, or null when there is no such key
   * @throws {TooManyRequests}
   */
  async use(token: string, now: Date): Promise<ApiKey | null> {
    // What is no key in form never reaches the database.
    if (!FORM.test(token)) return null;
    const found = await this.dataSource.manager.findOneBy(ApiKey, { digest: digestOf(token) });
    if (found === null) return null;
    const wait = this.pace.use(found.id, now);
    if (wait !== null) throw new TooManyRequests(wait);
    if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() >= MINUTE_MS) {
      await this.dataSource.manager.update(ApiKey, { id: found.id }, { lastUsedAt: now });
    }
    return found;
  }
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function answer({ id, name, prefix, createdAt, lastUsedAt }: ApiKey): ApiKeyAnswer {
  return {
    id,
    name,
    prefix,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
