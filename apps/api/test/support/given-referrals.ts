import { randomUUID } from 'node:crypto';
import { Card } from '../../src/cards/card.entity.js';
import { recordSearchText } from '../../src/referral/rules/record-search-text.js';
import { retentionOf } from '../../src/referral/rules/retention.js';
import { Ambassador } from '../../src/referral/store/ambassador.entity.js';
import { RecommendationHistory } from '../../src/referral/store/recommendation-history.entity.js';
import { Recommendation } from '../../src/referral/store/recommendation.entity.js';
import type { RunningApp } from './app.js';
import type { GivenAccount } from './given.js';

export interface WantedReferral extends Partial<Omit<Recommendation, 'ambassadorId'>> {
  readonly ambassador?: Partial<Ambassador>;
}

/** Recommendations that only say what matters to the test, as the card's form would have left them. @returns their ids, in order */
export async function givenReferrals(
  { dataSource }: RunningApp,
  owner: Pick<GivenAccount, 'id' | 'slugs'>,
  wanted: readonly WantedReferral[],
): Promise<string[]> {
  const accountId = owner.id;
  const card = await dataSource.manager.findOneByOrFail(Card, { accountId, slug: owner.slugs[0] as string });
  const made = wanted.map(({ ambassador, ...columns }, index) => {
    const marc = Object.assign(new Ambassador(), {
      accountId,
      id: randomUUID(),
      name: 'Marc Petit',
      email: `marc-${randomUUID().slice(0, 8)}@example.test`,
      phone: null,
      createdAt: new Date(),
      thankedAt: null,
      erasedAt: null,
      ...ambassador,
    });
    const record = Object.assign(new Recommendation(), {
      accountId,
      id: randomUUID(),
      cardId: card.id,
      receivedAt: new Date(Date.now() - (wanted.length - index) * 60_000),
      ambassadorId: marc.id,
      ambassadorName: marc.name,
      prospectId: randomUUID(),
      prospectName: 'Sophie Dubois',
      prospectPhone: '+33612345678',
      prospectEmail: 'sophie@example.test',
      prospectCompany: null,
      relation: 'voisine',
      message: 'Cherche un devis',
      status: 'new',
      contactedAt: null,
      appointmentAt: null,
      convertedAt: null,
      lostAt: null,
      lostReason: null,
      valueCents: null,
      consent: 'declared',
      consentAt: null,
      lastContactAt: null,
      lastActivityAt: null,
      held: null,
      ...columns,
    } satisfies Partial<Recommendation>);
    record.searchText = recordSearchText(record, marc);
    record.eraseAt = retentionOf(record).eraseAt;
    return { marc, record };
  });
  await dataSource.transaction(async (manager) => {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Ambassador)
      .values(made.map(({ marc }) => marc))
      .orIgnore()
      .execute();
    await manager.insert(
      Recommendation,
      made.map(({ record }) => record),
    );
    await manager.insert(
      RecommendationHistory,
      made.map(({ record }) => ({
        accountId,
        recommendationId: record.id,
        number: 1,
        kind: 'received' as const,
        at: record.receivedAt,
        actor: 'ambassador' as const,
      })),
    );
  });
  return made.map(({ record }) => record.id);
}
