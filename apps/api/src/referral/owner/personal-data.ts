import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  AmbassadorData,
  PersonalData as Exported,
  ProspectData,
} from '@num-ecard/contracts/referral-personal-data';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Cards } from '../../cards/cards.service.js';
import { NotFound } from '../../http/problem-error.js';
import { type ReferralAccount, referralAccount } from '../query/referral-account.query.js';
import { ambassadorRecord, prospectRecord } from '../report/personal-data.js';
import { moment } from '../report/recommendation.js';
import { Ambassador } from '../store/ambassador.entity.js';
import { eraseAmbassador } from '../store/erase-ambassador.js';
import { eraseProspect } from '../store/erase-prospect.js';
import { RecommendationHistory } from '../store/recommendation-history.entity.js';
import { RecommendationReminder } from '../store/recommendation-reminder.entity.js';
import { Recommendation } from '../store/recommendation.entity.js';

/** Of whom: the one recommended, or the one who recommended. */
type Person = Exported['person'];

/** What an owner does when somebody asks for their data, or to be forgotten. Every method throws `NotFound` for what is not the account's. */
@Injectable()
export class PersonalData {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cards: Cards,
  ) {}

  /** Everything about a person of a recommendation. */
  async export(accountId: string, id: string, person: Person): Promise<Exported> {
    const account = await referralAccount(this.dataSource, accountId);
    if (account === undefined) throw new NotFound();
    const record = await findListed(this.dataSource.manager, accountId, id);
    return person === 'prospect'
      ? this.ofProspect(account, record.prospectId)
      : this.ofAmbassador(account, record.ambassadorId);
  }

  /** Erases a person of a recommendation, there and everywhere else. */
  async erase(accountId: string, id: string, person: Person): Promise<void> {
    const now = new Date();
    await this.dataSource.transaction(async (manager) => {
      const { ambassadorId } = await findListed(manager, accountId, id);
      await (person === 'prospect'
        ? eraseProspect(manager, { accountId, id }, 'owner', now)
        : eraseAmbassador(manager, { accountId, id: ambassadorId }, now));
    });
  }

  /** The same for an ambassador, whether or not they have recommended anybody. */
  async eraseAmbassador(accountId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await manager.existsBy(Ambassador, { accountId, id })))
        throw new NotFound('There is no such ambassador.');
      await eraseAmbassador(manager, { accountId, id }, new Date());
    });
  }

  private async ofProspect(account: ReferralAccount, prospectId: string): Promise<ProspectData> {
    const { id: accountId, numberBeforeConsent } = account;
    const { manager } = this.dataSource;
    const records = await manager.find(Recommendation, {
      where: { accountId, prospectId },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
    const recommendationId = In(records.map(({ id }) => id));
    const ambassadors = await manager.findBy(Ambassador, {
      accountId,
      id: In(records.map(({ ambassadorId }) => ambassadorId)),
    });
    const history = await manager.find(RecommendationHistory, {
      where: { accountId, recommendationId },
      order: { number: 'ASC' },
    });
    const reminders = await manager.find(RecommendationReminder, {
      where: { accountId, recommendationId },
      order: { dueAt: 'ASC' },
    });
    const slugs = await this.slugs(accountId);
    const nobody = { name: null };
    const held = records.map((record) => ({
      record,
      ambassador: ambassadors.find(({ id }) => id === record.ambassadorId) ?? nobody,
      card: slugs.get(record.cardId) ?? '',
      history: history.filter((entry) => entry.recommendationId === record.id),
      reminders: reminders.filter((one) => one.recommendationId === record.id),
    }));
    return {
      person: 'prospect',
      exportedAt: new Date().toISOString(),
      holder: { name: account.name, email: account.email },
      recommendations: held.map((one) => prospectRecord(one, numberBeforeConsent)),
    };
  }

  private async ofAmbassador(
    { id: accountId, name, email }: ReferralAccount,
    id: string,
  ): Promise<AmbassadorData> {
    const { manager } = this.dataSource;
    const ambassador = await manager.findOneByOrFail(Ambassador, { accountId, id });
    const records = await manager.find(Recommendation, {
      where: { accountId, ambassadorId: id },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
    const slugs = await this.slugs(accountId);
    return {
      person: 'ambassador',
      exportedAt: new Date().toISOString(),
      holder: { name, email },
      name: ambassador.name,
      phone: ambassador.phone,
      email: ambassador.email,
      knownSince: ambassador.createdAt.toISOString(),
      thankedAt: moment(ambassador.thankedAt),
      erasedAt: moment(ambassador.erasedAt),
      recommendations: records.map((record) => ambassadorRecord(record, slugs.get(record.cardId) ?? '')),
    };
  }

  private async slugs(accountId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.cards.ofAccount(accountId)).map(({ id, slug }) => [id, slug]));
  }
}

async function findListed(manager: EntityManager, accountId: string, id: string): Promise<Recommendation> {
  const record = await manager.findOneBy(Recommendation, { accountId, id, held: IsNull() });
  if (record === null) throw new NotFound('There is no such recommendation.');
  return record;
}
