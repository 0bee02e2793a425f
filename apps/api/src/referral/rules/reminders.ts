import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { localDay } from '../../clocks/local-time.js';
import { spanOf } from '../../clocks/span.js';
import { retentionOf, type RetainedReferral, UNCONSENTED_DAYS } from './retention.js';

/** From then on a prospect whom nobody has called is to be followed up. */
const CONTACT_WITHIN_MS = 24 * 3_600_000;
/** How long before the data goes the owner is told. */
const NOTICE_MS = 7 * 86_400_000;

export interface FollowedReferral extends RetainedReferral {
  readonly id: string;
  readonly status: Status;
  /** When the personal data was erased; nobody is left to be called. */
  readonly erasedAt: Date | null;
}

export interface Reminder {
  readonly referralId: string;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

export interface FollowUps<Referral, Note> {
  /** New for 24 hours or more, longest waiting first; those about to be erased are in `expiring`. */
  readonly notContacted: readonly Referral[];
  /** Due today or before, and not done; longest due first. */
  readonly reminders: readonly Note[];
  /** Erased within seven days if nothing happens; soonest first. */
  readonly expiring: readonly { readonly referral: Referral; readonly eraseAt: Date }[];
}

/**
 * What is to be followed up today (product: "Referral rules" and "Law that shapes the product"). Nobody who refused or took back their
 * consent is proposed for a call (Code de la consommation, L.223-1); a reminder that the owner wrote is shown all the same.
 * @param timezone IANA name of the account's: today ends at its midnight
 * @param unconsentedDays the account's, for `retentionOf`
 */
export function followUps<Referral extends FollowedReferral, Note extends Reminder>(
  referrals: readonly Referral[],
  reminders: readonly Note[],
  now: Date,
  timezone: string,
  unconsentedDays = UNCONSENTED_DAYS,
): FollowUps<Referral, Note> {
  const kept = referrals.filter(({ erasedAt }) => erasedAt === null);
  const callable = kept.filter(({ consent }) => consent !== 'refused' && consent !== 'revoked');
  const expiring = callable
    .filter(({ status }) => status !== 'lost')
    .flatMap((referral) => {
      const { eraseAt, because } = retentionOf(referral, unconsentedDays);
      return because === 'no_consent' && hasPassed(eraseAt, -NOTICE_MS, now) ? [{ referral, eraseAt }] : [];
    })
    .toSorted((a, b) => a.eraseAt.getTime() - b.eraseAt.getTime());
  const going = new Set(expiring.map(({ referral }) => referral));
  return {
    notContacted: callable
      .filter((referral) => !going.has(referral))
      .filter(({ status, receivedAt }) => status === 'new' && hasPassed(receivedAt, CONTACT_WITHIN_MS, now))
      .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime()),
    reminders: dueToday(kept, reminders, now, timezone),
    expiring,
  };
}

function dueToday<Note extends Reminder>(
  referrals: readonly FollowedReferral[],
  reminders: readonly Note[],
  now: Date,
  timezone: string,
): Note[] {
  const today = localDay(now, timezone);
  const { before } = spanOf({ from: today, to: today }, timezone);
  const known = new Set(referrals.map(({ id }) => id));
  return reminders
    .filter(({ referralId, dueAt, doneAt }) => doneAt === null && dueAt < before && known.has(referralId))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Whether so much time has passed since a moment; less than none is before it. */
function hasPassed(since: Date, milliseconds: number, now: Date): boolean {
  return now.getTime() - since.getTime() >= milliseconds;
}
