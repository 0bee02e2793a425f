import { Box, Group, Stack, Text } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import { IconBell, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useWhen } from './clock';
import { CallButton, ContactLine } from './contact-buttons';
import { ConsentMark, StatusMark } from './marks';
import { ProspectLink } from './prospect-link';
import classes from './crm.module.css';
import { usePersonName } from './use-person-name';

/** One prospect of a list: who, from whom, where it stands, and one tap to call. */
export function ProspectRow({ item }: { item: Recommendation }) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const nameOf = usePersonName();
  const { prospect, ambassador, receivedAt, consent, nextReminderAt, coRecommended } = item;
  return (
    <Box className={classes['row']}>
      <Stack gap={0}>
        <ProspectLink item={item} />
        {prospect.company !== null && <Text size="sm">{prospect.company}</Text>}
        <Text size="sm" c="dimmed">
          {t('row.from', { name: nameOf.ambassador(ambassador), when: when(receivedAt) })}
        </Text>
      </Stack>
      <Stack gap="xs" align="flex-start">
        <StatusMark of={item} />
        {item.erasedAt === null && <ConsentMark consent={consent} />}
        {coRecommended && (
          <Group gap="xs" c="dimmed" wrap="nowrap">
            <IconUsersGroup size={ICON.small} aria-hidden />
            <Text size="sm">{t('row.coRecommended')}</Text>
          </Group>
        )}
        {nextReminderAt !== null && (
          <Group gap="xs" c="dimmed" wrap="nowrap">
            <IconBell size={ICON.small} aria-hidden />
            <Text size="sm">{t('row.reminder', { when: when(nextReminderAt) })}</Text>
          </Group>
        )}
      </Stack>
      <Group justify="flex-start" gap="xs">
        {prospect.phone === null ? <ContactLine prospect={prospect} /> : <CallButton prospect={prospect} />}
      </Group>
    </Box>
  );
}
