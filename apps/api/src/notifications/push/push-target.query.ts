import type { Locale } from '@num-ecard/contracts/locale';
import type { NoticeKind } from '@num-ecard/contracts/notices';
import type { Plan } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';
import type { QuietHours } from './quiet-hours.js';

/** A browser, and what its account has chosen. */
export interface PushTarget {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly locale: Locale;
  readonly plan: Plan;
  readonly timezone: string;
  readonly quietHours: QuietHours | null;
  /** Which alerts the owner wants. */
  readonly wanted: Readonly<Record<NoticeKind, boolean>>;
}

/** Undefined when the browser is no longer to be alerted. */
export async function pushTarget(
  dataSource: DataSource,
  accountId: string,
  subscriptionId: string,
): Promise<PushTarget | undefined> {
  const [row] = await dataSource.sql<PushTarget[]>`
    SELECT s.endpoint, s.p256dh, s.auth, s.locale, a.plan, a.timezone,
           CASE WHEN a.quiet_from IS NOT NULL
                THEN jsonb_build_object('from', a.quiet_from, 'to', a.quiet_to) END AS "quietHours",
           jsonb_build_object('visits', a.notify_visits, 'unusual', a.notify_unusual,
                              'first-link-visit', a.notify_first_link_visit,
                              'recommendation', a.notify_recommendation) AS "wanted"
      FROM push_subscriptions s
      JOIN accounts a ON a.account_id = s.account_id
     WHERE s.account_id = ${accountId} AND s.subscription_id = ${subscriptionId}`;
  return row;
}
