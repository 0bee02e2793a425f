import type { Locale } from '@num-ecard/contracts/locale';
import type { Plan } from '@num-ecard/contracts/plans';
import type { Settings } from '@num-ecard/contracts/settings';
import type { DataSource, EntityManager } from 'typeorm';

/** What referral tracking needs to know of an account. */
export interface ReferralAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly plan: Plan;
  readonly locale: Locale;
  readonly timezone: string;
  readonly demo: boolean;
  readonly notifyRecommendation: boolean;
  readonly numberBeforeConsent: Settings['referral']['numberBeforeConsent'];
}

export async function referralAccount(
  source: DataSource | EntityManager,
  accountId: string,
): Promise<ReferralAccount | undefined> {
  const rows = await source.query<ReferralAccount[]>(
    `SELECT account_id AS "id", name, email, plan, locale, timezone, demo_until IS NOT NULL AS "demo",
            notify_recommendation AS "notifyRecommendation", number_before_consent AS "numberBeforeConsent"
       FROM accounts WHERE account_id = $1`,
    [accountId],
  );
  return rows[0];
}
