import { Injectable } from '@nestjs/common';
import { TooManyRequests } from '../http/problem-error.js';
import type { SentFile } from '../http/returns-file.decorator.js';

/** Of one account, whatever the kinds of its files: others read from the same database. */
const AT_ONCE = 3;
/** Most files are written in less. */
const RETRY_AFTER_S = 5;

/** How many files are written for an account at once, by this instance. */
@Injectable()
export class FileSlots {
  private readonly taken = new Map<string, number>();

  /**
   * Makes a file, which counts until all of it is sent or nobody reads it any more.
   * @throws {TooManyRequests} when as many as may be are under way
   */
  async take(accountId: string, make: () => Promise<SentFile>): Promise<SentFile> {
    if (this.count(accountId) >= AT_ONCE) throw new TooManyRequests(RETRY_AFTER_S);
    this.change(accountId, 1);
    try {
      const file = await make();
      file.content.once('close', () => this.change(accountId, -1));
      return file;
    } catch (error) {
      this.change(accountId, -1);
      throw error;
    }
  }

  private count(accountId: string): number {
    return this.taken.get(accountId) ?? 0;
  }

  private change(accountId: string, by: 1 | -1): void {
    const count = this.count(accountId) + by;
    if (count > 0) this.taken.set(accountId, count);
    else this.taken.delete(accountId);
  }
}
