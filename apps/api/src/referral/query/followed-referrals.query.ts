import type { Consent, Status } from '@num-ecard/contracts/referral-vocabulary';
import type { DataSource } from 'typeorm';
import type { FollowedReferral } from '../rules/reminders.js';

type Milliseconds = number;
type Followed = readonly [
  id: string,
  status: Status,
  consent: Consent,
  receivedAt: Milliseconds,
  consentAt: Milliseconds | null,
  lastContactAt: Milliseconds | null,
  lastActivityAt: Milliseconds | null,
];

const milliseconds = (column: string): string => `(date_part('epoch', r.${column}) * 1000000)::bigint / 1000`;

/** Those that may have to be followed up: nobody has called yet, their data goes soon, or a reminder is due. None that is erased. */
export async function followedReferrals(
  dataSource: DataSource,
  accountId: string,
  { eraseBefore, remindedIds }: { eraseBefore: Date; remindedIds: readonly string[] },
): Promise<FollowedReferral[]> {
  const [row] = await dataSource.query<{ referrals: Followed[] | null }[]>(
    `SELECT json_agg(json_build_array(r.recommendation_id, r.status, r.consent, ${['received_at', 'consent_at', 'last_contact_at', 'last_activity_at'].map(milliseconds).join(', ')})) AS referrals
       FROM recommendations r
      WHERE r.account_id = $1 AND r.held IS NULL AND r.erased_at IS NULL
        AND (r.status = 'new' OR r.erase_at < $2 OR r.recommendation_id = ANY ($3::uuid[]))`,
    [accountId, eraseBefore, remindedIds],
  );
  return (row?.referrals ?? []).map(followed);
}

function followed([
  id,
  status,
  consent,
  receivedAt,
  consentAt,
  lastContactAt,
  lastActivityAt,
]: Followed): FollowedReferral {
  const moment = (at: Milliseconds | null): Date | null => (at === null ? null : new Date(at));
  return {
    id,
    status,
    consent,
    receivedAt: new Date(receivedAt),
    consentAt: moment(consentAt),
    lastContactAt: moment(lastContactAt),
    lastActivityAt: moment(lastActivityAt),
    erasedAt: null,
  };
}
