import type { Consent, LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';

/** One recommendation as lists and the board need it. */
export interface RecommendationRow {
  readonly id: string;
  readonly cardId: string;
  readonly cardSlug: string;
  readonly receivedAt: Date;
  /** The same to the microsecond, in UTC: `receivedAt` has lost what lies below a millisecond. */
  readonly receivedAtExactly: string;
  readonly status: Status;
  readonly consent: Consent;
  readonly ambassadorId: string;
  readonly ambassadorName: string | null;
  readonly prospectName: string | null;
  readonly prospectPhone: string | null;
  readonly prospectEmail: string | null;
  readonly prospectCompany: string | null;
  readonly contactedAt: Date | null;
  readonly appointmentAt: Date | null;
  readonly convertedAt: Date | null;
  readonly lostAt: Date | null;
  readonly lostReason: LostReason | null;
  /** The driver reads a bigint as text. */
  readonly valueCents: string | null;
  readonly nextReminderAt: Date | null;
  readonly coRecommended: boolean;
  readonly eraseAt: Date | null;
  readonly erasedAt: Date | null;
  readonly revision: number;
}

/** Of `r`, the recommendations, with those who recommended (`a`) and the card (`c`) beside them. */
export const ROW_COLUMNS = `
  r.recommendation_id AS "id", r.card_id AS "cardId", c.slug AS "cardSlug", r.received_at AS "receivedAt",
  to_char(r.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "receivedAtExactly",
  r.status, r.consent, r.ambassador_id AS "ambassadorId", coalesce(r.ambassador_name, a.name) AS "ambassadorName",
  r.prospect_name AS "prospectName", r.prospect_phone AS "prospectPhone", r.prospect_email AS "prospectEmail",
  r.prospect_company AS "prospectCompany", r.contacted_at AS "contactedAt", r.appointment_at AS "appointmentAt",
  r.converted_at AS "convertedAt", r.lost_at AS "lostAt", r.lost_reason AS "lostReason", r.value_cents AS "valueCents",
  CASE WHEN r.erased_at IS NULL THEN (
    SELECT min(m.due_at) FROM recommendation_reminders m
     WHERE m.account_id = r.account_id AND m.recommendation_id = r.recommendation_id AND m.done_at IS NULL
  ) END AS "nextReminderAt",
  EXISTS (
    SELECT FROM recommendations o
     WHERE o.account_id = r.account_id AND o.prospect_id = r.prospect_id AND o.held IS NULL
       AND o.recommendation_id <> r.recommendation_id
  ) AS "coRecommended",
  r.erase_at AS "eraseAt", r.erased_at AS "erasedAt", r.revision`;

export const ROW_JOINS = `
  JOIN ambassadors a ON a.account_id = r.account_id AND a.ambassador_id = r.ambassador_id
  JOIN cards c ON c.account_id = r.account_id AND c.card_id = r.card_id`;
