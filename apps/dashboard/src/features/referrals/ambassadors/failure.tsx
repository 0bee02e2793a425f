import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../ui/failure-text';
import { ICON } from '../../../ui/theme';

/** Why something was not done. */
export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
      {failureText(error, t)}
    </Alert>
  );
}
