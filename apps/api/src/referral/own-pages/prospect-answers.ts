import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Locale } from '@num-ecard/contracts/locale';
import type { ConsentChoice } from '@num-ecard/contracts/referral-form';
import type { Consent } from '@num-ecard/contracts/referral-vocabulary';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { CONSENT_VERSION, shownWording } from '../page/consent-wording.js';
import { ReferralLinks } from '../referral-links.js';
import { changeRecommendation } from '../store/change-recommendation.js';
import { eraseRecommendations } from '../store/erase-prospect.js';
import { objectionKeys } from '../store/objection-keys.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { lockReferrals } from '../store/referral-lock.js';
import { ReferralObjection } from '../store/referral-objection.entity.js';
import { Announcement } from '../form/announcement.js';

/** What prospects say on their own page. Reading it records nothing. */
@Injectable()
export class ProspectAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: ReferralLinks,
    private readonly announcement: Announcement,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The recommendation that a prospect's page is about, or null. */
  async find(token: string): Promise<Recommendation | null> {
    const link = await this.links.find(token, 'prospect');
    if (link === null) return null;
    const { accountId, subjectId: id } = link;
    return this.dataSource.manager.findOneBy(Recommendation, { accountId, id });
  }

  /** Does what the prospect has chosen. Chosen again, or once the data is gone, it changes nothing. */
  async answer(
    { accountId, id }: Recommendation,
    choice: ConsentChoice,
    locale: Locale,
    now: Date,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockReferrals(manager, accountId);
      const record = await manager.findOneOrFail(Recommendation, {
        where: { accountId, id },
        lock: { mode: 'for_no_key_update' },
      });
      if (record.erasedAt !== null) return;
      const wording = shownWording(CONSENT_VERSION, locale);
      if (choice === 'yes') await this.agree(manager, record, wording, now);
      else if (choice === 'no') await this.refuse(manager, record, wording, now);
      else {
        if (choice === 'object') {
          await this.object(manager, record, now);
          await this.refuse(manager, record, wording, now);
        }
        const theirs = await this.reached(manager, record);
        const ids = theirs.map((one) => one.id);
        await eraseRecommendations(manager, accountId, ids, 'prospect', now);
      }
    });
  }

  private async agree(
    manager: EntityManager,
    record: Recommendation,
    wording: string,
    now: Date,
  ): Promise<void> {
    const { accountId, id, heldReasons } = record;
    const isReleased = record.held === 'suspicious' && !heldReasons.includes('hidden_field');
    const agreed = await changeRecommendation(manager, { accountId, id }, now, ({ consent }) =>
      consent === 'given'
        ? null
        : {
            columns: {
              consent: 'given',
              consentAt: now,
              consentWording: wording,
              // Whoever answers on their own page is somebody: that a form came fast or late among many no longer matters.
              ...(isReleased ? { held: null } : {}),
            },
            entries: [{ kind: 'consent', actor: 'prospect', consent: 'given' }],
          },
    );
    if (!agreed) return;
    const changed = await manager.findOneByOrFail(Recommendation, { accountId, id });
    if (isReleased) await this.announcement.make(manager, changed);
    else if (record.held === null) await this.announcement.tellConsent(manager, changed);
  }

  /** A person who does not want to be called is not called for another ambassador either. */
  private async refuse(
    manager: EntityManager,
    record: Recommendation,
    wording: string,
    now: Date,
  ): Promise<void> {
    for (const { accountId, id, consent: said, held } of await this.reached(manager, record)) {
      await changeRecommendation(manager, { accountId, id }, now, ({ consent: before }) => {
        if (before === 'refused' || before === 'revoked') return null;
        const consent: Consent = before === 'given' ? 'revoked' : 'refused';
        return {
          columns: { consent, consentAt: now, consentWording: wording },
          entries: [{ kind: 'consent', actor: 'prospect', consent }],
        };
      });
      if (said === 'given' && held === null)
        await this.announcement.tellConsent(
          manager,
          await manager.findOneByOrFail(Recommendation, { accountId, id }),
        );
    }
  }

  /** By whatever they could be recommended again with: all that is known of them, for all of it is erased. */
  private async object(manager: EntityManager, record: Recommendation, now: Date): Promise<void> {
    const { accountId } = record;
    const theirs = await this.reached(manager, record);
    const keys = theirs.flatMap(({ prospectPhone: phone, prospectEmail: email }) =>
      objectionKeys(this.config.secretKey, accountId, { phone, email }),
    );
    await manager
      .createQueryBuilder()
      .insert()
      .into(ReferralObjection)
      .values(keys.map((contactKey) => ({ accountId, contactKey, madeAt: now })))
      .orIgnore()
      .execute();
  }

  /**
   * What an answer is about: every recommendation of the same person, or that one alone while it is kept apart, for anybody may have
   * typed a number to get at the page of whoever has it.
   */
  private reached(
    manager: EntityManager,
    { accountId, id, prospectId, held }: Recommendation,
  ): Promise<Recommendation[]> {
    return manager.find(Recommendation, {
      where: { accountId, prospectId, erasedAt: IsNull(), ...(held === null ? {} : { id }) },
      order: { id: 'ASC' },
    });
  }
}
