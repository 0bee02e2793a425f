import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CardChange, CardDetail, CardPreview } from '@num-ecard/contracts/card-editing';
import type { DataSource, EntityManager } from 'typeorm';
import type { SignedInAccount } from '../access/current-account.js';
import { Conflict, NotFound } from '../http/problem-error.js';
import { CardPageParts } from './card-page-parts.js';
import { CardPhoto } from './card-photo.entity.js';
import { Card } from './card.entity.js';
import { Cards } from './cards.service.js';
import { decodePhoto } from './decode-photo.js';
import { renderCardPage } from './page/card-page.js';
import { displayNumber } from './page/phone-number.js';
import { PublicCards } from './public-cards.service.js';
import { possibleProfile, storedProfile } from './typed-profile.js';

/** Cards as their owners change them. */
@Injectable()
export class CardEditor {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cards: Cards,
    private readonly publicCards: PublicCards,
    private readonly parts: CardPageParts,
  ) {}

  /** A card with everything that its owner can change. */
  detail(card: Card): Promise<CardDetail> {
    return this.describe(this.dataSource.manager, card);
  }

  /**
   * Changes a card, all of it or nothing.
   * @throws {Conflict} when the card has changed since the revision that the change was made from
   * @throws {ValidationFailed} when a number cannot be one, or the photo is no JPEG or PNG
   */
  change({ accountId, id }: Card, { title, profile, photo, revision }: CardChange): Promise<CardDetail> {
    const stored = profile && storedProfile(profile);
    const decoded = typeof photo === 'string' ? decodePhoto(photo, 'photo') : photo;
    return this.dataSource.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const card = await manager.findOne(Card, { where: { accountId, id }, lock });
      if (card === null) throw new NotFound('There is no such card.');
      if (revision !== undefined && Date.parse(revision) !== card.revisedAt.getTime()) {
        throw new Conflict('The card has changed since. Nothing of this change was kept.');
      }
      if (title !== undefined) card.title = title;
      if (stored !== undefined) card.profile = stored;
      // Two changes of one millisecond are two revisions.
      card.revisedAt = new Date(Math.max(Date.now(), card.revisedAt.getTime() + 1));
      await manager.save(card);
      if (decoded !== undefined) await manager.delete(CardPhoto, { accountId, cardId: id });
      if (decoded) await manager.insert(CardPhoto, { accountId, cardId: id, ...decoded });
      return this.describe(manager, card);
    });
  }

  /** The card's page as it would be. Numbers that cannot be are left out: they may still be being typed. */
  async preview(account: SignedInAccount, card: Card, draft: CardPreview): Promise<string> {
    const { plan, demo } = account;
    const { title = card.title, photo, locale = account.locale } = draft;
    if (photo) decodePhoto(photo, 'photo');
    const photoVersion = photo === undefined ? await this.photoVersion(this.dataSource.manager, card) : null;
    const profile = possibleProfile(draft.profile);
    const view = this.publicCards.view({ slug: card.slug, title, profile, plan, demo, photoVersion });
    if (photo) view.photo = { url: photo };
    const shown = { accountId: card.accountId, cardId: card.id, view };
    const parts = await this.parts.render(shown, { locale, query: {} });
    return renderCardPage(view, { locale, measured: true, preview: true, parts });
  }

  private async describe(manager: EntityManager, card: Card): Promise<CardDetail> {
    const { profile, slug } = card;
    const version = await this.photoVersion(manager, card);
    return {
      ...this.cards.summary(card),
      profile,
      photo: version === null ? null : `/c/${slug}/photo?v=${version}`,
      shownNumbers: {
        phones: profile.phones.map(({ number }) => displayNumber(number)),
        whatsapp: profile.whatsapp === undefined ? null : displayNumber(profile.whatsapp),
      },
      revision: card.revisedAt.toISOString(),
    };
  }

  private async photoVersion(manager: EntityManager, { accountId, id }: Card): Promise<string | null> {
    const photo = await manager.findOne(CardPhoto, {
      select: { version: true },
      where: { accountId, cardId: id },
    });
    return photo?.version ?? null;
  }
}
