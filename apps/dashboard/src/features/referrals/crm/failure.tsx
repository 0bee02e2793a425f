import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../../lib/request-error';
import { failureText } from '../../../ui/failure-text';
import { ICON } from '../../../ui/theme';

interface FailureProps {
  /** Null when nothing went wrong. */
  error: unknown;
}

/** What is said of a refusal that other screens know in other words. */
const OWN_WORDS: Readonly<Record<number, 'gone' | 'illegal' | 'invalid'>> = {
  400: 'invalid',
  404: 'gone',
  422: 'illegal',
};

/** Why something was not done, and that what was typed is still there; nothing when it was. */
export function Failure({ error }: FailureProps) {
  const { t } = useTranslation('crm');
  const { t: shared } = useTranslation();
  if (error === null || error === undefined) return null;
  const own = error instanceof RequestError ? OWN_WORDS[error.status ?? 0] : undefined;
  return (
    <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
      {own === undefined ? failureText(error, shared) : t(`failure.${own}`)}
    </Alert>
  );
}
