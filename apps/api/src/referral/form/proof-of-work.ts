import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { DataSource } from 'typeorm';
import type { PublicCard } from '../../cards/public-card.query.js';
import { CONFIG, type Config } from '../../config/config.js';
import { NotFound, ValidationFailed } from '../../http/problem-error.js';
import { ReferralLinks } from '../referral-links.js';
import { changeRecommendation } from '../store/change-recommendation.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { Announcement } from './announcement.js';
import { isReleasedByProof } from './suspicion.js';

/** A second or so of a telephone's work; who sends thousands pays it each time. */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 1_000, counter: { from: 800, to: 2_000 } } as const;
const VALID_MS = 20 * 60_000;

/** Lets through what only its number or its haste made suspicious, once the sender's machine has worked for it (ALTCHA). */
@Injectable()
export class ProofOfWork {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: ReferralLinks,
    private readonly announcement: Announcement,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws {NotFound} for a token of nothing on this card that a proof would let through */
  async challenge(card: PublicCard, token: string, now: Date): Promise<Challenge> {
    const { id } = await this.heldBy(card, token);
    return createChallenge({
      algorithm: WORK.algorithm,
      cost: WORK.cost,
      counter: randomInt(WORK.counter.from, WORK.counter.to),
      deriveKey,
      // For this entry alone: one solution lets no other through.
      data: { entry: id },
      expiresAt: new Date(now.getTime() + VALID_MS),
      ...this.secrets(),
    });
  }

  /**
   * Releases the entry as if it had never been held. Brought again, it changes nothing.
   * @throws {ValidationFailed} when the solution is none, is too old or is another entry's
   */
  async release(card: PublicCard, token: string, payload: string, now: Date): Promise<void> {
    const { accountId, id } = await this.heldBy(card, token);
    if (!(await this.isSolved(payload, id)))
      throw new ValidationFailed([{ path: 'payload', message: 'is no solution of a challenge from here' }]);
    await this.dataSource.transaction(async (manager) => {
      const released = await changeRecommendation(manager, { accountId, id }, now, ({ held }) =>
        held === 'suspicious'
          ? { columns: { held: null }, entries: [{ kind: 'accepted', actor: 'system' }] }
          : null,
      );
      if (released)
        await this.announcement.make(
          manager,
          await manager.findOneByOrFail(Recommendation, { accountId, id }),
        );
    });
  }

  private async heldBy({ accountId, id: cardId }: PublicCard, token: string): Promise<Recommendation> {
    const link = await this.links.find(token, 'status');
    const record =
      link &&
      (await this.dataSource.manager.findOneBy(Recommendation, { accountId, cardId, id: link.subjectId }));
    if (record === null || !isReleasedByProof(record.heldReasons)) throw new NotFound();
    return record;
  }

  private async isSolved(payload: string, id: string): Promise<boolean> {
    try {
      const { challenge, solution } = JSON.parse(Buffer.from(payload, 'base64').toString()) as Payload;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...this.secrets() });
      return verified && challenge.parameters.data?.['entry'] === id;
    } catch {
      return false;
    }
  }

  private secrets() {
    const { secretKey } = this.config;
    return {
      hmacSignatureSecret: `proof of work ${secretKey}`,
      hmacKeySignatureSecret: `proof of work, key ${secretKey}`,
    };
  }
}
