import type { Recommendation } from '@num-ecard/contracts/referral';
import type { Consent } from '@num-ecard/contracts/referral-vocabulary';
import { displayNumber } from '../../cards/page/phone-number.js';
import type { ReferralAccount } from '../query/referral-account.query.js';
import type { RecommendationRow } from '../query/recommendation-row.js';
import { contactState } from '../rules/contact-state.js';
import { referenceOf } from '../rules/reference.js';

export type BeforeConsent = ReferralAccount['numberBeforeConsent'];

/** A prospect as stored. */
export interface StoredProspect {
  readonly consent: Consent;
  readonly prospectName: string | null;
  readonly prospectPhone: string | null;
  readonly prospectEmail: string | null;
  readonly prospectCompany: string | null;
}

export function recommendation(row: RecommendationRow, beforeConsent: BeforeConsent): Recommendation {
  return {
    id: row.id,
    reference: referenceOf(row.id),
    card: { id: row.cardId, slug: row.cardSlug },
    receivedAt: row.receivedAt.toISOString(),
    status: row.status,
    consent: row.consent,
    ambassador: { id: row.ambassadorId, name: row.ambassadorName },
    prospect: prospect(row, beforeConsent),
    contactedAt: moment(row.contactedAt),
    appointmentAt: moment(row.appointmentAt),
    convertedAt: moment(row.convertedAt),
    lostAt: moment(row.lostAt),
    lostReason: row.lostReason,
    valueCents: cents(row.valueCents),
    nextReminderAt: moment(row.nextReminderAt),
    coRecommended: row.coRecommended,
    eraseAt: moment(row.eraseAt),
    erasedAt: moment(row.erasedAt),
    revision: row.revision,
  };
}

/** How to reach them is left out where `contactState` hides it. */
export function prospect(stored: StoredProspect, beforeConsent: BeforeConsent): Recommendation['prospect'] {
  const contact = contactState(stored.consent, beforeConsent);
  const { prospectPhone: phone, prospectEmail: email } =
    contact === 'shown' ? stored : { prospectPhone: null, prospectEmail: null };
  return {
    name: stored.prospectName,
    phone,
    phoneDisplay: phone === null ? null : displayNumber(phone),
    email,
    company: stored.prospectCompany,
    contact,
  };
}

export function moment(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

export function cents(stored: string | null): number | null {
  return stored === null ? null : Number(stored);
}
