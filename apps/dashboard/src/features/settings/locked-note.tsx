import { Flex, Text } from '@mantine/core';
import { type Feature, PLAN_NAMES, plansWith } from '@num-ecard/contracts/plans';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';

/** In place of what the account's model does not have: which ones do. */
export function LockedNote({ feature }: { feature: Feature }) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const names = plansWith(feature).map((plan) => PLAN_NAMES[plan]);
  const plans = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names);
  return (
    <Flex gap="xs" align="center">
      <Flex flex="none" c="dimmed">
        <IconLock size={ICON.small} aria-hidden />
      </Flex>
      <Text size="sm">{t('settings:locked', { plans, count: names.length })}</Text>
    </Flex>
  );
}
