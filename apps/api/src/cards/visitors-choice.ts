import type { IncomingHttpHeaders } from 'node:http';

// The one thing that may be kept on a visitor's device: their own choice not to be measured.
const NAME = 'num-ecard-no-measure';
// 13 months, the longest the CNIL recommends for a choice to be remembered.
const MAX_AGE_S = 13 * 30 * 24 * 3600;

export interface VisitorsChoice {
  /** Made on a card's information page. */
  readonly optedOut: boolean;
  /** Sent by the browser: Do Not Track or Global Privacy Control. */
  readonly signal: boolean;
}

/** What a visitor's headers say about being measured. */
export function visitorsChoice(headers: IncomingHttpHeaders): VisitorsChoice {
  return {
    optedOut: headers.cookie?.split(';').some((part) => part.trim() === `${NAME}=1`) ?? false,
    signal: headers['dnt'] === '1' || headers['sec-gpc'] === '1',
  };
}

/** Whether a visitor may be measured: they have not asked for the contrary in any way. */
export function isMeasured(headers: IncomingHttpHeaders): boolean {
  const { optedOut, signal } = visitorsChoice(headers);
  return !optedOut && !signal;
}

/** The `Set-Cookie` header that keeps the choice, or forgets it. */
export function optOutCookie(optOut: boolean, secure: boolean): string {
  const parts = [`${NAME}=${optOut ? 1 : ''}`, 'Path=/', 'SameSite=Lax', 'HttpOnly'];
  parts.push(`Max-Age=${optOut ? MAX_AGE_S : 0}`);
  if (secure) parts.push('Secure');
  return parts.join('; ');
}
