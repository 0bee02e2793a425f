import { Box, Button, Group, Stack, Text } from '@mantine/core';
import type { HeldRecommendations } from '@num-ecard/contracts/referral';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON, WEIGHT } from '../../../ui/theme';
import { reviewRecommendation } from './change-recommendation.api';
import { useWhen } from './clock';
import { ContactLine } from './contact-buttons';
import classes from './crm.module.css';
import { Failure } from './failure';
import { usePersonName } from './use-person-name';
import { useReview } from './use-review';

/** One that is kept apart: who, why it looked suspicious, and what to make of it. */
export function HeldRow({ item }: { item: HeldRecommendations['items'][number] }) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const nameOf = usePersonName();
  const { id, ambassador, prospect, receivedAt, reasons, message } = item;
  const reviewing = useReview((accept) => reviewRecommendation(id, { accept }));
  const name = nameOf.prospect(prospect);
  const busy = (accept: boolean) => reviewing.isPending && reviewing.variables === accept;
  return (
    <Group gap="sm" justify="space-between" align="flex-start">
      <Box flex="1 1 var(--num-person-width)" miw={0}>
        <Text fw={WEIGHT.medium}>{name}</Text>
        <ContactLine prospect={prospect} />
        <Text size="sm" c="dimmed">
          {t('row.from', { name: nameOf.ambassador(ambassador), when: when(receivedAt) })}
          {ambassador.email !== null && ` · ${ambassador.email}`}
        </Text>
        {reasons.map((reason) => (
          <Text key={reason} size="sm">
            {t(`held.reason.${reason}`)}
          </Text>
        ))}
        {message !== null && (
          <Text size="sm" fs="italic" lineClamp={4} className={classes['typed']}>
            {message}
          </Text>
        )}
      </Box>
      <Stack gap="xs">
        <Group gap="xs">
          <Button
            size="sm"
            leftSection={<IconCheck size={ICON.small} aria-hidden />}
            aria-label={t('held.acceptOne', { name })}
            loading={busy(true)}
            onClick={() => reviewing.mutate(true)}
          >
            {t('held.accept')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconX size={ICON.small} aria-hidden />}
            aria-label={t('held.refuseOne', { name })}
            loading={busy(false)}
            onClick={() => reviewing.mutate(false)}
          >
            {t('held.refuse')}
          </Button>
        </Group>
        <Failure error={reviewing.error} />
      </Stack>
    </Group>
  );
}
