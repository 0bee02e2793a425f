import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  AccountChange,
  AdminAccount,
  AdminAccounts,
  NewAccount,
  NewCard,
} from '@num-ecard/contracts/accounts';
import { type CardSummary } from '@num-ecard/contracts/cards';
import { cardLimit } from '@num-ecard/contracts/plans';
import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import { Cards, isUniqueViolation } from '../cards/cards.service.js';
import { CONFIG, type Config } from '../config/config.js';
import { Conflict } from '../http/problem-error.js';
import { announceAccess } from '../notifications/live/live-notice.js';
import { Outbox } from '../notifications/outbox.js';
import { lockAccount, saveChange } from './account-change.js';
import { AccountExternalId } from './account-external-id.entity.js';
import { Account } from './account.entity.js';
import { ApiKey } from './api-key.entity.js';
import { AUTH, type Auth, invitationToken, setPassword } from './auth.js';
import { passwordMail } from './password-mail.js';

const PAGE = 100;

/** Accounts, as the operator makes and changes them. */
@Injectable()
export class Accounts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
    private readonly cards: Cards,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Creates an account with its cards and queues the invitation to choose a password, all or nothing. The
   * same `externalId` again answers with the account that has it and changes nothing.
   * @throws {Conflict} when the e-mail or a card's slug is taken, or the model allows fewer cards
   */
  async create(wanted: NewAccount): Promise<{ account: AdminAccount; created: boolean }> {
    const known = await this.ofExternalId(wanted.externalId);
    if (known !== null) return { account: known, created: false };
    const userId = randomUUID();
    // Before the transaction, on a connection of its own: if that fails, a token for nobody stays, and expires.
    const token = await invitationToken(this.auth, userId);
    try {
      const account = await this.dataSource.transaction(async (manager) => {
        const inserted = await this.insert(manager, wanted, userId);
        const { email: to, locale } = wanted;
        const { publicUrl } = this.config;
        await this.outbox.mail(passwordMail('invitation', { to, locale, publicUrl, token }), manager);
        return inserted;
      });
      return { account: await this.describe(account), created: true };
    } catch (error) {
      // Sent twice at once: the other one was first.
      const raced = isUniqueViolation(error) ? await this.ofExternalId(wanted.externalId) : null;
      if (raced !== null) return { account: raced, created: false };
      throw error;
    }
  }

  /** Creates an account that is signed in to with a known password, without an invitation: the demo's. */
  async createWithPassword(wanted: NewAccount, password: string): Promise<Account> {
    const userId = randomUUID();
    const account = await this.dataSource.transaction((manager) => this.insert(manager, wanted, userId));
    await setPassword(this.auth, userId, password);
    return account;
  }

  /** A page of accounts in the order of their ids; `after` is the `next` of the page before. */
  async list(after?: string): Promise<AdminAccounts> {
    const found = await this.dataSource.manager.find(Account, {
      ...(after === undefined ? {} : { where: { id: MoreThan(after) } }),
      order: { id: 'ASC' },
      take: PAGE + 1,
    });
    const page = found.slice(0, PAGE);
    return {
      accounts: await Promise.all(page.map((account) => this.describe(account))),
      next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    };
  }

  /**
   * @throws {NotFound}
   * @throws {Conflict} when the account has more cards than the new model allows
   */
  async change(id: string, change: AccountChange): Promise<AdminAccount> {
    // Within a transaction nothing asks for a second connection: a dozen at once would wait for each other.
    const changed = await this.dataSource.transaction(async (manager) => {
      const account = await lockAccount(manager, id);
      const cards = await this.cards.count(manager, id);
      if (change.plan !== undefined && cards > cardLimit(change.plan)) {
        throw new Conflict(`The account has ${cards} cards; the model ${change.plan} has fewer.`);
      }
      const isOtherPlan = change.plan !== undefined && change.plan !== account.plan;
      const saved = await saveChange(manager, account, change);
      if (isOtherPlan) await announceAccess(manager, id);
      return saved;
    });
    return this.describe(changed);
  }

  /**
   * @throws {NotFound}
   * @throws {Conflict} when a slug is taken or the model allows no more cards
   */
  async addCard(id: string, card: NewCard): Promise<CardSummary> {
    return this.dataSource.transaction(async (manager) => {
      const account = await lockAccount(manager, id);
      const [added] = await this.cards.add(manager, id, account.plan, [card]);
      if (added === undefined) throw new Error('no card was added');
      return this.cards.summary(added);
    });
  }

  /** Erases an account with its cards, visits and sign-in. @throws {NotFound} */
  async delete(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockAccount(manager, id);
      await this.cards.eraseAll(manager, id);
      await manager.delete(AccountExternalId, { accountId: id });
      await manager.delete(ApiKey, { accountId: id });
      await manager.query('DELETE FROM users WHERE account_id = $1', [id]);
      // Everything that hangs on the account goes with it, by the foreign keys.
      await manager.delete(Account, { id });
      await announceAccess(manager, id);
    });
  }

  private async insert(manager: EntityManager, wanted: NewAccount, userId: string): Promise<Account> {
    const { name, email, plan, locale, timezone, cards } = wanted;
    const externalId = wanted.externalId ?? null;
    const id = randomUUID();
    if (externalId !== null) await manager.insert(AccountExternalId, { externalId, accountId: id });
    await manager.insert(Account, { id, name, email, plan, locale, timezone, externalId, demoUntil: null });
    const [taken] = await manager.query<{ id: string }[]>(
      `INSERT INTO users (id, account_id, name, email, email_verified, created_at, updated_at)
       VALUES ($1, $2, $3, $4, true, now(), now())
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [userId, id, name, email],
    );
    if (taken === undefined) throw new Conflict('The e-mail address has an account already.');
    await this.cards.add(manager, id, plan, cards);
    return manager.findOneByOrFail(Account, { id });
  }

  private async ofExternalId(externalId: string | undefined): Promise<AdminAccount | null> {
    if (externalId === undefined) return null;
    const known = await this.dataSource.manager.findOneBy(AccountExternalId, { externalId });
    if (known === null) return null;
    return this.describe(await this.dataSource.manager.findOneByOrFail(Account, { id: known.accountId }));
  }

  private async describe(account: Account): Promise<AdminAccount> {
    const { id, name, email, plan, locale, timezone, externalId, usageMonthsKept, createdAt, demoUntil } =
      account;
    const cards = await this.cards.ofAccount(id);
    return {
      id,
      name,
      email,
      plan,
      locale,
      timezone,
      externalId,
      usageMonthsKept,
      createdAt: createdAt.toISOString(),
      demo: demoUntil !== null,
      cards: cards.map((card) => this.cards.summary(card)),
    };
  }
}
