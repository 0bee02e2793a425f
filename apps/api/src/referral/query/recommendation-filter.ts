import type { RecommendationsQuery } from '@num-ecard/contracts/referral';
import { spanOf } from '../../clocks/span.js';
import { searchTerms } from '../rules/search-text.js';
import type { ReferralAccount } from './referral-account.query.js';

export type WantedRecommendations = Pick<
  RecommendationsQuery,
  'q' | 'from' | 'to' | 'dated' | 'reached' | 'consent' | 'ambassador'
>;
export type FilteredAccount = Pick<ReferralAccount, 'id' | 'timezone' | 'numberBeforeConsent'>;

/** A condition on `recommendations r`, and the values that it names `$1`, `$2` … */
export interface RecommendationFilter {
  readonly where: string;
  readonly values: readonly unknown[];
}

const DATES = {
  received: 'r.received_at',
  contacted: 'r.contacted_at',
  converted: 'r.converted_at',
} as const;
const MILESTONES = {
  contacted: 'r.contacted_at IS NOT NULL',
  contacted_within_24h: `r.contacted_at <= r.received_at + interval '24 hours'`,
  appointment: 'r.appointment_at IS NOT NULL',
  converted: 'r.converted_at IS NOT NULL',
  lost: 'r.lost_at IS NOT NULL',
} as const;

/** The search text without how to reach a prospect: what is hidden is not found either. */
const WITHOUT_CONTACT = `
  replace(replace(replace(r.search_text, coalesce(r.prospect_email, ''), ''), coalesce(r.prospect_phone, ''), ''),
    CASE WHEN r.prospect_phone LIKE '+33%' THEN '0' || substr(r.prospect_phone, 4) ELSE '' END, '')`;

/** What the owner's filters leave of an account's recommendations, but for the status. Days are those of its time zone. */
export function recommendationFilter(
  { id, timezone, numberBeforeConsent }: FilteredAccount,
  { q, from, to, dated, reached, consent, ambassador }: WantedRecommendations,
): RecommendationFilter {
  const values: unknown[] = [];
  const bind = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const conditions = [`r.account_id = ${bind(id, 'uuid')}`, 'r.held IS NULL'];
  const date = DATES[dated];
  if (from !== undefined)
    conditions.push(`${date} >= ${bind(spanOf({ from, to: from }, timezone).from, 'timestamptz')}`);
  if (to !== undefined)
    conditions.push(`${date} < ${bind(spanOf({ from: to, to }, timezone).before, 'timestamptz')}`);
  if (reached !== undefined) conditions.push(MILESTONES[reached]);
  if (consent !== undefined) conditions.push(`r.consent = ${bind(consent, 'text')}`);
  if (ambassador !== undefined) conditions.push(`r.ambassador_id = ${bind(ambassador, 'uuid')}`);
  if (q !== undefined) {
    // The database takes no NUL in a text, and nothing stored has one.
    const terms = bind(searchTerms(q.replaceAll('\0', '')).map(containing), 'text[]');
    const hidden =
      numberBeforeConsent === 'mask' ? `r.consent <> 'given'` : `r.consent IN ('refused', 'revoked')`;
    conditions.push(`r.search_text LIKE ALL (${terms})`);
    // Asked of those alone that are found, since it costs more.
    conditions.push(`CASE WHEN ${hidden} THEN ${WITHOUT_CONTACT} LIKE ALL (${terms}) ELSE true END`);
  }
  return { where: conditions.join('\n AND '), values };
}

/** A pattern of `LIKE` for a text that may hold its signs. */
function containing(term: string): string {
  return `%${term.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
