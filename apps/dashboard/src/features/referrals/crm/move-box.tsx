import { Button, Group } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/use-locale';
import { MoveDialog } from './move-dialog';
import { MovedNotice } from './moved-notice';
import { RecordSection } from './record-section';
import { useMoving } from './use-moving';

/** Where the prospect may go from here. */
export function MoveBox({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const moving = useMoving();
  return (
    <RecordSection title={t('move.next')}>
      <Group gap="xs">
        {record.moves.map((status) => (
          <Button
            key={status}
            variant={status === 'lost' ? 'default' : 'light'}
            size="sm"
            onClick={() => moving.ask(record, status, true)}
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
