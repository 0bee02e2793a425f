/** When a prospect's personal data must go. Counts stay as they were (product: "Law that shapes the product"). */
import { addMonths } from '@num-ecard/contracts/period-calendar';
import type { Consent } from '@num-ecard/contracts/referral-vocabulary';

/** Days for which the data of somebody who has not agreed, and whom nobody has reached, is kept unless the account says otherwise. */
export const UNCONSENTED_DAYS = 30;
/** After the last contact with the prospect, whatever they agreed to. */
const LONGEST_MONTHS = 36;

const DAY_MS = 86_400_000;

export interface RetainedReferral {
  readonly receivedAt: Date;
  readonly consent: Consent;
  /** When the prospect said yes or no, or took it back; null while only others have spoken. */
  readonly consentAt: Date | null;
  /** When the prospect was last spoken to: `lastContactAt` of the history. */
  readonly lastContactAt: Date | null;
  /** When the owner last moved the record or noted something. */
  readonly lastActivityAt: Date | null;
}

export interface Retention {
  readonly eraseAt: Date;
  /** Which of the two terms ends first: without consent and activity, or after the last contact. */
  readonly because: 'no_consent' | 'last_contact';
}

/**
 * - Without the prospect's own consent (the ambassador's declaration is none: Code de la consommation, L.223-1) and without any
 *   conversation: so many days after the last activity, or after it was received.
 * - Always at most three years after the last contact. The owner's own notes are none: contact is a conversation, or the prospect's own
 *   answer on their page.
 */
export function retentionOf(record: RetainedReferral, unconsentedDays = UNCONSENTED_DAYS): Retention {
  const { receivedAt, consent, consentAt, lastContactAt, lastActivityAt } = record;
  const atTheLatest = threeYearsAfter(latest(receivedAt, lastContactAt, consentAt));
  if (consent === 'given' || lastContactAt !== null) return { eraseAt: atTheLatest, because: 'last_contact' };
  const active = latest(receivedAt, lastActivityAt, consentAt);
  const unconsented = new Date(active.getTime() + unconsentedDays * DAY_MS);
  return unconsented < atTheLatest
    ? { eraseAt: unconsented, because: 'no_consent' }
    : { eraseAt: atTheLatest, because: 'last_contact' };
}

/** Whether the data must be gone by now. */
export function mustErase(record: RetainedReferral, now: Date, unconsentedDays = UNCONSENTED_DAYS): boolean {
  return retentionOf(record, unconsentedDays).eraseAt <= now;
}

/** What was last touched at this moment or before may not be kept any longer. */
export function longestKeptSince(now: Date): Date {
  const [day = '', time = ''] = now.toISOString().split('T');
  return new Date(`${addMonths(day, -LONGEST_MONTHS)}T${time}`);
}

function latest(first: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((last, at) => (at !== null && at > last ? at : last), first);
}

/** The same date and time, by UTC; 28 February after a 29th, for it is "at most". */
function threeYearsAfter(moment: Date): Date {
  const [day = '', time = ''] = moment.toISOString().split('T');
  return new Date(`${addMonths(day, LONGEST_MONTHS)}T${time}`);
}
