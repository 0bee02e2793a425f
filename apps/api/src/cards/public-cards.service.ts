import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Slug } from '@num-ecard/contracts/cards';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { CardPhoto } from './card-photo.entity.js';
import type { CardView } from './page/card-view.js';
import { type PublicCard, publicCard } from './public-card.query.js';

/** A card as its public pages draw it. */
@Injectable()
export class PublicCards {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The card at an address, or undefined. */
  async find(address: string): Promise<{ card: PublicCard; view: CardView } | undefined> {
    // People type it, and their phones begin with a capital.
    const slug = address.toLowerCase();
    if (!Slug.safeParse(slug).success) return undefined;
    const card = await publicCard(this.dataSource, slug);
    return card && { card, view: this.view(card) };
  }

  async photo({ accountId, id, photoVersion }: PublicCard): Promise<CardPhoto | null> {
    if (photoVersion === null) return null;
    return this.dataSource.manager.findOneBy(CardPhoto, { accountId, cardId: id });
  }

  /** What the pages of a card are drawn from. */
  view({
    slug,
    title,
    profile,
    plan,
    demo,
    photoVersion,
  }: Omit<PublicCard, 'accountId' | 'id' | 'revisedAt'>): CardView {
    const { publicUrl } = this.config;
    // The version makes it cacheable for ever.
    const photo = photoVersion === null ? null : { url: `/c/${slug}/photo?v=${photoVersion}` };
    return { slug, title, profile, plan, demo, photo, publicUrl };
  }
}
