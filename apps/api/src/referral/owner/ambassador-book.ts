import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Ambassador as AmbassadorAnswer,
  KnownAmbassadors,
  NewAmbassador,
} from '@num-ecard/contracts/referral-ambassadors';
import type { DataSource, EntityManager } from 'typeorm';
import type { SignedInAccount } from '../../access/current-account.js';
import { Cards, isUniqueViolation } from '../../cards/cards.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Conflict, NotFound, ValidationFailed } from '../../http/problem-error.js';
import { Outbox } from '../../notifications/outbox.js';
import { ambassadorReferrals } from '../query/ambassador-referrals.query.js';
import { knownAmbassadors } from '../query/known-ambassadors.query.js';
import { ReferralLinks } from '../referral-links.js';
import { ambassador, ambassadorContact } from '../report/ambassador.js';
import { Ambassador } from '../store/ambassador.entity.js';
import { lockReferrals } from '../store/referral-lock.js';
import { readNumber } from '../form/read-people.js';
import { thanksMail } from './thanks-mail.js';

const NAMES = new Intl.Collator('fr');

/** An account's ambassadors, one by one. Every method throws `NotFound` for one that is not the account's. */
@Injectable()
export class AmbassadorBook {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly cards: Cards,
    private readonly links: ReferralLinks,
    private readonly outbox: Outbox,
  ) {}

  /** By name. */
  async all(accountId: string): Promise<KnownAmbassadors> {
    const known = await knownAmbassadors(this.dataSource, accountId);
    return {
      ambassadors: known
        .map(ambassadorContact)
        .toSorted((a, b) => NAMES.compare(a.name ?? '', b.name ?? '') || NAMES.compare(a.id, b.id)),
    };
  }

  async one(accountId: string, id: string): Promise<AmbassadorAnswer> {
    const stored = await this.find(accountId, id);
    const referrals = await ambassadorReferrals(this.dataSource, accountId, id);
    return ambassador(
      stored,
      referrals,
      stored.erasedAt === null ? await this.personalLinks(accountId, id) : [],
    );
  }

  /**
   * @throws {Conflict} when somebody of this address or number is known
   * @throws {ValidationFailed} when the number cannot be one
   * @returns its id
   */
  async add(accountId: string, { name, email = null, phone: typed = null }: NewAmbassador): Promise<string> {
    const phone = typed === null ? null : readNumber(typed);
    if (typed !== null && phone === null)
      throw new ValidationFailed([{ path: 'phone', message: 'is not a telephone number' }]);
    const id = randomUUID();
    try {
      await this.dataSource.transaction(async (manager) => {
        await lockReferrals(manager, accountId);
        await manager.insert(Ambassador, { accountId, id, name, email, phone, createdAt: new Date() });
        await this.links.open(manager, accountId, [{ kind: 'personal', subjectId: id }]);
      });
    } catch (error) {
      if (isUniqueViolation(error))
        throw new Conflict('An ambassador of this address or number is known.', { reason: 'known' });
      throw error;
    }
    return id;
  }

  /**
   * Queues a word of thanks, with the link to the ambassador's own page.
   * @param words of the owner's own; null for ours
   * @throws {Conflict} when no e-mail address of theirs is known
   */
  async thank(account: SignedInAccount, id: string, words: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockReferrals(manager, account.id);
      const { email } = await this.find(account.id, id, manager);
      if (email === null)
        throw new Conflict('This ambassador has left no e-mail address.', { reason: 'no_address' });
      // Their page has their personal link.
      await this.links.open(manager, account.id, [
        { kind: 'ambassador', subjectId: id },
        { kind: 'personal', subjectId: id },
      ]);
      await manager.update(Ambassador, { accountId: account.id, id }, { thankedAt: new Date() });
      const url = this.links.url('ambassador', id);
      await this.outbox.mail(
        thanksMail({
          id,
          accountId: account.id,
          to: email,
          locale: account.locale,
          owner: account.name,
          ownerEmail: account.email,
          words,
          url,
        }),
        manager,
      );
    });
  }

  /**
   * The address that the QR code of a personal link says, and of which card.
   * @param slug of the account's cards; undefined for the first
   */
  async personalLink(
    accountId: string,
    id: string,
    slug: string | undefined,
  ): Promise<{ url: string; slug: string }> {
    const { erasedAt } = await this.find(accountId, id);
    const cards = await this.cards.ofAccount(accountId);
    const card = slug === undefined ? cards[0] : cards.find((one) => one.slug === slug);
    if (erasedAt !== null || card === undefined) throw new NotFound('There is no such link.');
    await this.links.open(this.dataSource.manager, accountId, [{ kind: 'personal', subjectId: id }]);
    return { url: this.links.personalUrl(card.slug, id), slug: card.slug };
  }

  private async personalLinks(accountId: string, id: string): Promise<AmbassadorAnswer['links']> {
    await this.links.open(this.dataSource.manager, accountId, [{ kind: 'personal', subjectId: id }]);
    const qr = `${this.config.publicUrl}/api/recommendations/ambassadors/${id}/qr`;
    return (await this.cards.ofAccount(accountId)).map(({ slug }) => ({
      card: slug,
      url: this.links.personalUrl(slug, id),
      qrSvg: `${qr}.svg?card=${slug}`,
      qrPng: `${qr}.png?card=${slug}`,
    }));
  }

  private async find(
    accountId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Ambassador> {
    const found = await manager.findOneBy(Ambassador, { accountId, id });
    if (found === null) throw new NotFound('There is no such ambassador.');
    return found;
  }
}
