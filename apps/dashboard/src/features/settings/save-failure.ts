import type { TFunction } from 'i18next';
import { RequestError } from '../../lib/request-error';
import { failureText } from '../../ui/failure-text';

/** Why nothing was saved, in words for the owner. */
export function saveFailureText(error: unknown, t: TFunction<['settings', 'translation']>): string {
  const status = error instanceof RequestError ? error.status : undefined;
  if (status === 401) return t('settings:signedOut');
  if (status !== undefined && status < 500 && status !== 429) return t('settings:refused');
  return failureText(error, t as unknown as TFunction);
}
