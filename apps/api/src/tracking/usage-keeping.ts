import { Injectable } from '@nestjs/common';
import { UsageClosing } from './store/usage-closing.js';
import { UsageErasure } from './store/usage-erasure.js';
import { UsageRebuild } from './store/usage-rebuild.js';

/** What an operator may do to what was measured. */
@Injectable()
export class UsageKeeping {
  constructor(
    private readonly rebuild: UsageRebuild,
    private readonly closing: UsageClosing,
    private readonly erasure: UsageErasure,
  ) {}

  /**
   * Counts an account's visits and figures anew from its events, and sums its closed days up.
   * @returns whether there is such an account
   * @throws {Conflict} while it is being counted anew already
   */
  async countAnew(accountId: string, now: Date): Promise<boolean> {
    if (!(await this.rebuild.rebuild(accountId, now))) return false;
    await this.closing.closeDays(now);
    return true;
  }

  /**
   * Erases all that was measured of a card; the card stays.
   * @returns whether the account has such a card
   */
  eraseCard(accountId: string, cardId: string): Promise<boolean> {
    return this.erasure.eraseCard(accountId, cardId);
  }
}
