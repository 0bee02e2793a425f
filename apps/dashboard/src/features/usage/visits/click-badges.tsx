import { Badge, Group } from '@mantine/core';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { TargetSign } from '../../../ui/target-icon';
import { LIST } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import type { Visit } from './visit-days';

/** The buttons that were pressed in a visit. */
export function ClickBadges({ clicks }: Pick<Visit, 'clicks'>) {
  const { t } = useTranslation('visits');
  const [locale] = useLocale();
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
          {targetName(target, locale)} {count > 1 && t('times', { count })}
        </Badge>
      ))}
    </Group>
  );
}
