import { Stack, Text } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { useTranslation } from 'react-i18next';
import { useWhen } from './clock';
import classes from './crm.module.css';
import { usePersonName } from './use-person-name';

/** Who recommends, as what, and in which words: what one wants to have read before calling. */
export function WhatWasSaid({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const nameOf = usePersonName();
  const { relation, message, receivedAt } = record;
  const name = nameOf.ambassador(record.ambassador);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('row.from', {
          name: relation === null ? name : `${name} (${relation})`,
          when: when(receivedAt),
        })}
      </Text>
      {message !== null && <Text className={classes['typed']}>{message}</Text>}
    </Stack>
  );
}
