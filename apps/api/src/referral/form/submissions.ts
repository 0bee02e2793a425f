import { createHmac, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NewRecommendation, RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { PublicCard } from '../../cards/public-card.query.js';
import { CONFIG, type Config } from '../../config/config.js';
import { clientKey } from '../../http/client-key.js';
import { TooManyRequests, ValidationFailed } from '../../http/problem-error.js';
import { submissionsLastHour } from '../query/submissions-last-hour.query.js';
import { readMoment } from './opened-moment.js';
import { ReferralLinks } from '../referral-links.js';
import { recordSearchText } from '../rules/record-search-text.js';
import { referenceOf } from '../rules/reference.js';
import { retentionOf } from '../rules/retention.js';
import { lockReferrals } from '../store/referral-lock.js';
import { objectionKeys } from '../store/objection-keys.js';
import { Ambassador } from '../store/ambassador.entity.js';
import { announce } from '../store/change-recommendation.js';
import { RecommendationHistory } from '../store/recommendation-history.entity.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { ReferralObjection } from '../store/referral-objection.entity.js';
import { ViaAmbassador } from './via-ambassador.js';
import { Announcement } from './announcement.js';
import { type Person, readPeople } from './read-people.js';
import { recogniseAmbassador } from './recognise-ambassador.js';
import { isReleasedByProof, isTooMuch, suspicions } from './suspicion.js';
import { Turns } from './turns.js';

const HOUR_S = 3600;

export interface Submission {
  readonly wanted: NewRecommendation;
  /** The same key is the same submission, however often it arrives. */
  readonly key: string | null;
  /** The sender's; never stored. */
  readonly address: string;
}

/** Takes what the forms of the cards send. Nothing that is taken is ever dropped. */
@Injectable()
export class Submissions {
  private readonly turns = new Turns();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: ReferralLinks,
    private readonly via: ViaAmbassador,
    private readonly announcement: Announcement,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Saves a recommendation and has the owner told, both or neither.
   * @throws {ValidationFailed} with the fields named
   * @throws {TooManyRequests} when nobody could have typed so many
   */
  async take(
    card: PublicCard,
    { wanted, key, address }: Submission,
    now: Date,
  ): Promise<RecommendationReceipt> {
    const people = readPeople(wanted, card.profile.address);
    if (!people.ok) throw new ValidationFailed(people.errors);
    const { prospect } = people;
    const via = await this.via.find(card.accountId, wanted.via);
    const submissionKey =
      key === null ? null : this.keyed(`submission ${key} ${prospect.phone ?? ''} ${prospect.email ?? ''}`);
    const senderKey = Buffer.from(clientKey(`referral ${address}`, this.config.secretKey));
    const { accountId, id: cardId } = card;

    return this.inTurn(accountId, async (manager) => {
      await lockReferrals(manager, accountId);
      if (submissionKey !== null) {
        const known = await manager.findOneBy(Recommendation, { accountId, cardId, submissionKey });
        if (known !== null) return this.receipt(card, known);
      }
      const before = await submissionsLastHour(manager, { accountId, cardId, senderKey }, now);
      if (isTooMuch(before)) throw new TooManyRequests(HOUR_S);
      const openedAt = wanted.opened === null ? null : readMoment(this.config.secretKey, wanted.opened);
      const heldReasons = suspicions({
        hiddenField: wanted.objet !== null,
        openedForMs: openedAt && now.getTime() - openedAt.getTime(),
        before,
      });
      // Asked again: they may have been erased since.
      const byLink =
        via && (await manager.findOneBy(Ambassador, { accountId, id: via.id, erasedAt: IsNull() }));
      const ambassador = byLink ?? (await recogniseAmbassador(manager, accountId, people.ambassador, now));
      const objected = await this.hasObjected(manager, accountId, prospect);
      const record = manager.create(Recommendation, {
        accountId,
        id: randomUUID(),
        cardId,
        receivedAt: now,
        ambassadorId: ambassador.id,
        ambassadorName: byLink?.name ?? people.ambassador?.name ?? null,
        prospectId: randomUUID(),
        status: 'new',
        consent: 'declared',
        consentAt: null,
        lastContactAt: null,
        lastActivityAt: null,
        held: objected ? 'objection' : heldReasons.length > 0 ? 'suspicious' : null,
        // Of an objection too: what is answered does not tell the two apart.
        heldReasons,
        submissionKey,
        senderKey,
        erasedAt: objected ? now : null,
        ...(objected ? {} : await this.personal(manager, accountId, wanted, prospect)),
      });
      record.searchText = objected ? '' : recordSearchText(record, ambassador);
      record.eraseAt = objected ? null : retentionOf(record).eraseAt;
      await manager.insert(Recommendation, record);
      await manager.insert(RecommendationHistory, {
        accountId,
        recommendationId: record.id,
        number: 1,
        kind: 'received',
        at: now,
        actor: 'ambassador',
        toStatus: 'new',
        consent: 'declared',
      });
      await this.links.open(manager, accountId, [
        { kind: 'prospect', subjectId: record.id },
        { kind: 'status', subjectId: record.id },
      ]);
      if (record.held === null) await this.announcement.make(manager, record);
      else if (record.held === 'suspicious') await announce(manager, accountId, [`new:${record.id}`]);
      return this.receipt(card, record);
    });
  }

  /** Here before the database: a card whose forms come by the hundred holds one connection, not all that other accounts need. */
  private inTurn<Done>(accountId: string, work: (manager: EntityManager) => Promise<Done>): Promise<Done> {
    return this.turns.take(accountId, () => this.dataSource.transaction(work));
  }

  private receipt({ slug }: PublicCard, { id, heldReasons }: Recommendation): RecommendationReceipt {
    return {
      reference: referenceOf(id),
      consentUrl: this.links.url('prospect', id),
      statusUrl: this.links.url('status', id),
      ...(isReleasedByProof(heldReasons) ? { proofUrl: this.links.proofUrl(slug, id) } : {}),
    };
  }

  private async hasObjected(manager: EntityManager, accountId: string, prospect: Person): Promise<boolean> {
    const keys = objectionKeys(this.config.secretKey, accountId, prospect);
    return (await manager.countBy(ReferralObjection, { accountId, contactKey: In(keys) })) > 0;
  }

  /** What is kept of the prospect; the same person as on an earlier recommendation has the same `prospectId`. */
  private async personal(
    manager: EntityManager,
    accountId: string,
    { relation, message }: NewRecommendation,
    { name, phone, email, company }: Person & { company: string | null },
  ): Promise<Partial<Recommendation>> {
    const same = await manager.findOne(Recommendation, {
      where: [
        ...(phone === null ? [] : [{ accountId, prospectPhone: phone }]),
        ...(email === null ? [] : [{ accountId, prospectEmail: email }]),
      ],
      order: { receivedAt: 'ASC' },
    });
    return {
      ...(same === null ? {} : { prospectId: same.prospectId }),
      prospectName: name,
      prospectPhone: phone,
      prospectEmail: email,
      prospectCompany: company,
      relation,
      message,
    };
  }

  private keyed(text: string): Buffer {
    return createHmac('sha256', this.config.secretKey).update(text).digest();
  }
}
