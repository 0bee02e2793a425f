import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says that an account's visits are made up. */
export function DemoMark() {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="amber" size="lg">
      {t('overview.demo')}
    </Badge>
  );
}
