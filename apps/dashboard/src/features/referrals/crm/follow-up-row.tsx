import { Box, Group, Text } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallButton, ContactLine } from './contact-buttons';
import { ConsentMark } from './marks';
import { ProspectLink } from './prospect-link';
import { usePersonName } from './use-person-name';

interface FollowUpRowProps {
  item: Recommendation;
  why: string;
  action?: ReactNode;
}

/** One prospect to be followed up: why, and one tap to do it. */
export function FollowUpRow({ item, why, action }: FollowUpRowProps) {
  const { t } = useTranslation('crm');
  const nameOf = usePersonName();
  const { prospect, ambassador } = item;
  return (
    <Group gap="sm" justify="space-between">
      <Box flex="1 1 var(--num-person-width)" miw={0}>
        <ProspectLink item={item} />
        <Text size="sm">{why}</Text>
        <Text size="sm" c="dimmed">
          {t('row.by', { name: nameOf.ambassador(ambassador) })}
        </Text>
        <ConsentMark consent={item.consent} />
      </Box>
      <Group gap="xs">
        {prospect.phone === null ? <ContactLine prospect={prospect} /> : <CallButton prospect={prospect} />}
        {action}
      </Group>
    </Group>
  );
}
