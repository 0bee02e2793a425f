import '../../locales/locked';
import { Group, Stack, Text } from '@mantine/core';
import { PLAN_NAMES } from '@num-ecard/contracts/plans';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { type ExportChoice, plansOf } from './export-choices';
import { ExportIcon } from './export-icon';

/** A file that the account's model does not have: what it would be, and which model has it. */
export function LockedExport({ choice }: { choice: ExportChoice }) {
  const { t, i18n } = useTranslation(['exports', 'locked', 'translation']);
  const names = plansOf(choice).map((plan) => PLAN_NAMES[plan]);
  const plans = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names);
  return (
    <Group gap="sm" px="sm" py="xs" wrap="nowrap">
      <ExportIcon format={choice.format} color="gray" />
      <Stack gap={0} flex={1}>
        <Text size="sm">{t(`exports:files.${choice.name}.title`)}</Text>
        <Text size="xs" c="dimmed">
          {t(`exports:files.${choice.name}.hint`)}
        </Text>
        <Text size="xs">{t('locked:plans', { plans, count: names.length })}</Text>
      </Stack>
      <IconLock size={ICON.small} role="img" aria-label={t('translation:locked.label')} />
    </Group>
  );
}
