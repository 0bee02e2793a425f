import { useTranslation } from 'react-i18next';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { Dialog } from '../../../ui/dialog';
import { useLocale } from '../../../ui/use-locale';
import { MoveForm } from './move-form';
import { usePersonName } from './use-person-name';
import type { Moving } from './use-moving';

/** What belongs to a move: why a prospect is lost, what one converted brings, a note; and what is to be done when it fails. */
export function MoveDialog({ moving }: { moving: Moving }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  const { asked, opened, close } = moving;
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={
        asked === undefined
          ? ''
          : t('move.title', {
              name: nameOf.prospect(asked.item.prospect),
              status: statusName(asked.to, locale),
            })
      }
      closeLabel={t('close')}
      // A stray click would lose what was typed.
      closeOnClickOutside={false}
    >
      {asked !== undefined && <MoveForm key={`${asked.item.id} ${asked.to}`} asked={asked} moving={moving} />}
    </Dialog>
  );
}
