import type { PushAnswer } from './push-service.js';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** What a service that does not say how long to wait is given. */
const WAIT_MS = 60_000;

/** What follows from a push service's answer (RFC 8030). */
export type Verdict =
  | { readonly kind: 'taken' }
  /** The browser no longer wants alerts. */
  | { readonly kind: 'gone' }
  /** This alert will never be taken. */
  | { readonly kind: 'refused' }
  /** The service itself says when. */
  | { readonly kind: 'later'; readonly at: Date }
  /** To be tried again with growing pauses. */
  | { readonly kind: 'failed' };

export function judgeAnswer({ status, retryAfter }: PushAnswer, now: Date): Verdict {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 429) return { kind: 'later', at: timeOf(retryAfter, now) };
  if (status === 408 || status >= 500) return { kind: 'failed' };
  return { kind: 'refused' };
}

/** Seconds or a date, at least a second and at most a day from now. */
function timeOf(retryAfter: string | undefined, now: Date): Date {
  const said = retryAfter ?? '';
  const asked = /^\d+$/.test(said) ? Number(said) * SECOND_MS : Date.parse(said) - now.getTime();
  const wait = Number.isNaN(asked) ? WAIT_MS : Math.min(Math.max(asked, SECOND_MS), DAY_MS);
  return new Date(now.getTime() + wait);
}
