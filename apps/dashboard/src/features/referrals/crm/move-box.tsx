import { Button, Group } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/use-locale';
import { MoveDialog } from './move-dialog';
import { MovedNotice } from './moved-notice';
import { RecordSection } from './record-section';
import { useMoving } from './use-moving';

/** Where the prospect stands, and may go from here. All statuses stay in their places, whoever moves it meanwhile. */
export function MoveBox({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const moving = useMoving();
  return (
    <RecordSection title={t('move.next')}>
      <Group gap="xs">
        {STATUSES.map((status) => (
          <Button
            key={status}
            size="sm"
            variant={status === record.status ? 'filled' : 'light'}
            aria-current={status === record.status ? 'step' : undefined}
            disabled={status !== record.status && !record.moves.includes(status)}
            onClick={() => record.moves.includes(status) && moving.ask(record, status, true)}
          >
            {statusName(status, locale)}
          </Button>
        ))}
        <MovedNotice moving={moving} />
      </Group>
      <MoveDialog moving={moving} />
    </RecordSection>
  );
}
