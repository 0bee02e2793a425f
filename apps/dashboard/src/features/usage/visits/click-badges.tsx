import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { targetName } from '../../../lib/target-name';
import { TargetSign } from '../../../ui/target-icon';
import { LIST } from '../../../ui/theme';
import type { Visit } from './visit-days';

/** The buttons that were pressed in a visit. */
export function ClickBadges({ clicks }: Pick<Visit, 'clicks'>) {
  const { t } = useTranslation('visits');
  const { t: tShared } = useTranslation();
  return (
    <Group component="ul" gap="xs" aria-label={t('clicks')} {...LIST}>
      {clicks.map(({ target, clicks: count }) => (
        <Badge
          key={target}
          component="li"
          variant="light"
          size="lg"
          maw="100%"
          leftSection={<TargetSign target={target} />}
        >
          {targetName(target, tShared)} {count > 1 && t('times', { count })}
        </Badge>
      ))}
    </Group>
  );
}
