import { Box, Group, Paper, type PaperProps, Stack, Text } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhen } from './clock';
import { CallButton, ContactLine } from './contact-buttons';
import { ConsentMark, StatusMark } from './marks';
import { ProspectLink } from './prospect-link';
import { usePersonName } from './use-person-name';

interface BoardCardProps extends PaperProps, Omit<ComponentPropsWithRef<'div'>, keyof PaperProps> {
  item: Recommendation;
  /** What can be done with it, beside its name. */
  actions?: ReactNode;
}

/** One prospect on the board. */
export function BoardCard({ item, actions, ...box }: BoardCardProps) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const nameOf = usePersonName();
  const { prospect, ambassador, status, lostReason, valueCents } = item;
  return (
    <Paper p="xs" {...box}>
      <Stack gap="xs">
        <Group gap={0} wrap="nowrap" align="flex-start">
          <Box flex={1} miw={0}>
            <ProspectLink item={item} />
          </Box>
          {actions}
        </Group>
        <Text size="sm" c="dimmed">
          {t('row.from', { name: nameOf.ambassador(ambassador), when: when(item.receivedAt) })}
        </Text>
        {(lostReason !== null || (valueCents !== null && status === 'converted')) && <StatusMark of={item} />}
        {item.erasedAt === null && <ConsentMark consent={item.consent} />}
        {prospect.phone === null ? (
          <ContactLine prospect={prospect} />
        ) : (
          <CallButton prospect={prospect} px="xs" />
        )}
      </Stack>
    </Paper>
  );
}
