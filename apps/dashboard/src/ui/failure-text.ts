import type { TFunction } from 'i18next';
import { RequestError } from '../lib/request-error';

/** What is wrong, in words for the owner. */
export function failureText(error: unknown, t: TFunction): string {
  if (!(error instanceof RequestError)) return t('failure.server');
  if (error.kind !== 'refused') return t(`failure.${error.kind}`);
  if (error.status === 401) return t('failure.signedOut');
  if (error.status === 429) return tooManyText(error.retryAfterSeconds, t);
  if (error.status === 404) return t('failure.notFound');
  if (error.status === 403) return t('failure.forbidden');
  return t('failure.server');
}

/** Seconds up to a minute and a half, minutes from there on. */
function tooManyText(seconds: number | undefined, t: TFunction): string {
  if (seconds === undefined) return t('failure.tooManyUnknown');
  if (seconds <= 90) return t('failure.tooMany', { count: seconds });
  return t('failure.tooManyMinutes', { count: Math.ceil(seconds / 60) });
}
