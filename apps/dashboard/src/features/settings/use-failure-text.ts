import { useTranslation } from 'react-i18next';
import { RequestError } from '../../lib/request-error';
import { failureText } from '../../ui/failure-text';

/** Why nothing was saved, in words for the owner. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation(['settings', 'translation']);
  // The shared texts are looked up in their own namespace, which is the first of this one.
  const { t: shared } = useTranslation();
  return (error) => {
    const status = error instanceof RequestError ? error.status : undefined;
    const isAbout = status !== undefined && status < 500 && status !== 401 && status !== 429;
    if (isAbout) return t('settings:refused');
    return failureText(error, shared);
  };
}
