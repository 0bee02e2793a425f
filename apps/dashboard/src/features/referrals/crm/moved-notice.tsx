import { Button, Group, Text } from '@mantine/core';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { correctRecommendation } from './change-recommendation.api';
import { Failure } from './failure';
import { usePersonName } from './use-person-name';
import { useChange } from './use-change';
import type { Moving } from './use-moving';

/** What was moved last, said aloud, and the way to take it back; always on the page, or screen readers would miss the first. */
export function MovedNotice({ moving: { moved, forget } }: { moving: Moving }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  const entry = moved?.history.findLast(({ kind, correctable }) => kind === 'move' && correctable);
  const undo = useChange(() =>
    correctRecommendation(moved?.id ?? '', { of: entry?.id ?? '', expected: moved?.status ?? 'new' }),
  );
  return (
    <Group gap="xs" role="status">
      {moved !== undefined && (
        <>
          <IconCheck size={ICON.small} aria-hidden />
          <Text size="sm">
            {t('move.done', {
              name: nameOf.prospect(moved.prospect),
              status: statusName(moved.status, locale),
            })}
          </Text>
          {entry !== undefined && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={ICON.small} aria-hidden />}
              loading={undo.isPending}
              onClick={() => undo.mutate(undefined, { onSuccess: forget })}
            >
              {t('move.undo')}
            </Button>
          )}
          <Failure error={undo.error} />
        </>
      )}
    </Group>
  );
}
