/** The beginning of the key of every answer about referrals: a change of one may be in all of them. */
export const REFERRALS = 'referrals';
