import { Group, Image, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import mark from './favicon.svg';
import { ICON, WEIGHT } from './theme';

/** The product's mark and name. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <Image src={mark} alt="" w={ICON.large} h={ICON.large} />
      <Text fw={WEIGHT.bold}>{t('app.name')}</Text>
    </Group>
  );
}
