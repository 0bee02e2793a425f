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

/** What is said of a refusal that other screens know in other words, or not at all; by its code. */
const OWN_WORDS = {
  validation_failed: 'invalid',
  not_found: 'gone',
  illegal_transition: 'illegal',
  erased: 'erased',
  conflict: 'conflict',
  stale: 'conflict',
} as const;

function ownWord(code: string | undefined) {
  return code !== undefined && Object.hasOwn(OWN_WORDS, code)
    ? OWN_WORDS[code as keyof typeof OWN_WORDS]
    : undefined;
}

/** Why something was not done, and that what was typed is still there; nothing when it was. */
export function Failure({ error }: FailureProps) {
  const { t } = useTranslation('crm');
  const { t: shared } = useTranslation();
  if (error === null || error === undefined) return null;
  const own = error instanceof RequestError ? ownWord(error.code) : undefined;
  return (
    <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
      {own === undefined ? failureText(error, shared) : t(`failure.${own}`)}
    </Alert>
  );
}
