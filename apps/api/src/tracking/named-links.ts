import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MAX_LINKS_PER_CARD, type NamedLink as NamedLinkAnswer } from '@num-ecard/contracts/usage';
import { LinkCode } from '@num-ecard/contracts/usage-vocabulary';
import type { DataSource } from 'typeorm';
import type { Card } from '../cards/card.entity.js';
import { CONFIG, type Config } from '../config/config.js';
import { Conflict, NotFound } from '../http/problem-error.js';
import { NamedLink } from './store/named-link.entity.js';

/** Without what is easily taken for something else, since people copy codes from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 7;

/** A card's links and QR codes for occasions, each counted on its own. */
@Injectable()
export class NamedLinks {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Latest first. */
  async ofCard(card: Card): Promise<NamedLinkAnswer[]> {
    const links = await this.dataSource.manager.find(NamedLink, {
      where: { accountId: card.accountId, cardId: card.id },
      order: { createdAt: 'DESC', code: 'ASC' },
    });
    return links.map((link) => this.answer(card, link));
  }

  /** @throws {Conflict} when the card has a link of this label, in whatever case, or as many as it may have */
  async add(card: Card, label: string): Promise<NamedLinkAnswer> {
    const where = { accountId: card.accountId, cardId: card.id };
    const link = await this.dataSource.transaction(async (manager) => {
      // One at a time for a card: two at once would not see one another's label.
      await manager.query(
        'SELECT card_id FROM cards WHERE account_id = $1 AND card_id = $2 FOR NO KEY UPDATE',
        [card.accountId, card.id],
      );
      const links = await manager.findBy(NamedLink, where);
      if (links.some((other) => other.label.toLowerCase() === label.toLowerCase())) {
        throw new Conflict(`The card has a link called ${label}.`);
      }
      if (links.length >= MAX_LINKS_PER_CARD)
        throw new Conflict(`A card has at most ${MAX_LINKS_PER_CARD} links.`);
      const code = newCode(new Set(links.map((other) => other.code)));
      await manager.insert(NamedLink, { ...where, code, label });
      return manager.findOneByOrFail(NamedLink, { ...where, code });
    });
    return this.answer(card, link);
  }

  /**
   * Its visits stay counted, under the code.
   * @throws {NotFound} when the card has no such link
   */
  async remove(card: Card, code: string): Promise<void> {
    // What is no code never reaches the database, which refuses some strings (NUL) with an error.
    const isCode = LinkCode.safeParse(code).success;
    const { affected } = isCode
      ? await this.dataSource.manager.delete(NamedLink, { accountId: card.accountId, cardId: card.id, code })
      : { affected: 0 };
    if (affected === 0) throw new NotFound('There is no such link.');
  }

  private answer({ slug }: Card, { code, label, createdAt }: NamedLink): NamedLinkAnswer {
    const address = `${this.config.publicUrl}/c/${slug}`;
    return {
      code,
      label,
      url: `${address}?k=${code}`,
      qrSvg: `${address}/qr.svg?k=${code}`,
      qrPng: `${address}/qr.png?k=${code}`,
      createdAt: createdAt.toISOString(),
    };
  }
}

function newCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    if (!taken.has(code)) return code;
  }
}
