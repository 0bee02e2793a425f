import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NewCard } from '@num-ecard/contracts/accounts';
import { CardProfile, type CardSummary, Slug } from '@num-ecard/contracts/cards';
import { cardLimit, type Plan } from '@num-ecard/contracts/plans';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Conflict } from '../http/problem-error.js';
import { CardAddress } from './card-address.entity.js';
import { CardPhoto } from './card-photo.entity.js';
import { Card } from './card.entity.js';
import { decodePhoto } from './decode-photo.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Erase = (manager: EntityManager, accountId: string) => Promise<void>;

/** Cards of accounts: what the other modules may ask of this one. */
@Injectable()
export class Cards {
  private readonly erasers: Erase[] = [];

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** An account's cards, oldest first. */
  ofAccount(accountId: string): Promise<Card[]> {
    return this.dataSource.manager.find(Card, {
      where: { accountId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** An account's own card by id or slug; null for one that does not exist and for another account's alike. */
  async ofAccountByKey(accountId: string, idOrSlug: string): Promise<Card | null> {
    // What is neither never reaches the database, which refuses some strings (NUL) with an error.
    if (!UUID.test(idOrSlug) && !Slug.safeParse(idOrSlug).success) return null;
    const key = UUID.test(idOrSlug) ? { id: idOrSlug.toLowerCase() } : { slug: idOrSlug };
    return this.dataSource.manager.findOne(Card, { where: { accountId, ...key } });
  }

  /** How many cards an account has, within the caller's transaction. */
  count(manager: EntityManager, accountId: string): Promise<number> {
    return manager.count(Card, { where: { accountId } });
  }

  summary(card: Card): CardSummary {
    return {
      id: card.id,
      slug: card.slug,
      title: card.title,
      name: card.profile.name,
      url: `${this.config.publicUrl}/c/${card.slug}`,
    };
  }

  /**
   * Adds cards to an account, within the caller's transaction, which has the account locked or has just made it.
   * @throws {Conflict} when a slug is taken or the model allows no more cards
   * @throws {ValidationFailed} when a photo is no JPEG or PNG, or is too large
   */
  async add(
    manager: EntityManager,
    accountId: string,
    plan: Plan,
    cards: readonly NewCard[],
  ): Promise<Card[]> {
    const present = await this.count(manager, accountId);
    if (present + cards.length > cardLimit(plan)) {
      throw new Conflict(`The model ${plan} has ${cardLimit(plan)} card.`);
    }
    const lastNumber = (await manager.maximum(Card, 'number', { accountId })) ?? 0;
    const added: Card[] = [];
    for (const [index, { slug, title, profile, photo }] of cards.entries()) {
      const id = randomUUID();
      try {
        await manager.insert(CardAddress, { slug, accountId, cardId: id });
      } catch (error) {
        if (isUniqueViolation(error)) throw new Conflict(`The card address ${slug} is taken.`);
        throw error;
      }
      const card = manager.create(Card, {
        accountId,
        id,
        number: lastNumber + index + 1,
        slug,
        title,
        profile: profile ?? CardProfile.parse({ name: title }),
        revisedAt: new Date(),
      });
      await manager.insert(Card, card);
      if (photo !== undefined) {
        await manager.insert(CardPhoto, {
          accountId,
          cardId: id,
          ...decodePhoto(photo, `cards.${index}.photo`),
        });
      }
      added.push(await manager.findOneByOrFail(Card, { accountId, id }));
    }
    return added;
  }

  /** Has something erased along with an account's cards: what no foreign key leads to. */
  onErase(erase: Erase): void {
    this.erasers.push(erase);
  }

  /** Erases what foreign keys do not, and takes the cards' addresses back, within the transaction that deletes the account. */
  async eraseAll(manager: EntityManager, accountId: string): Promise<void> {
    for (const erase of this.erasers) await erase(manager, accountId);
    await manager.delete(CardAddress, { accountId });
  }
}

/** Whether a statement failed on a unique key. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
}
