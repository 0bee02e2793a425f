import type { LiveNotification } from '@num-ecard/contracts/referral-live';
import { type Recommendation, Recommendations } from '@num-ecard/contracts/referral';
import { getJson } from '../../../lib/http';

/** More of them would be told as a number. */
const LATEST = 20;

/** What the stream would have told of those received after a moment, oldest first. @param since in milliseconds */
export function noticesSince(latest: readonly Recommendation[], since: number): LiveNotification[] {
  return latest
    .filter(({ receivedAt }) => Date.parse(receivedAt) > since)
    .map(({ id, receivedAt, ambassador, prospect, consent }): LiveNotification => ({
      kind: 'recommendation',
      id,
      at: receivedAt,
      ambassador: ambassador.name,
      prospect: prospect.name,
      phoneDisplay: prospect.phoneDisplay,
      consent,
      held: false,
    }))
    .toReversed();
}

/** The same of those that the API has. Throws a `RequestError`. */
export async function fetchMissed(since: number): Promise<LiveNotification[]> {
  const { items } = await getJson(`/api/recommendations?limit=${LATEST}`, Recommendations);
  return noticesSince(items, since);
}
