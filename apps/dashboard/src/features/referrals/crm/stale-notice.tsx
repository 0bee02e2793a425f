import { Alert } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import { mayMove, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { usePersonName } from './use-person-name';

interface StaleNoticeProps {
  /** As it is by now. */
  item: Recommendation;
  /** Where it was to go; undefined of a correction. */
  to?: Status;
}

/** Another device was faster: how things are now, and that nothing of what was typed is lost. */
export function StaleNotice({ item, to }: StaleNoticeProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  const words = { name: nameOf.prospect(item.prospect), status: statusName(item.status, locale) };
  const key = keyOf(item.status, to);
  return (
    <Alert color="yellow" icon={<IconRefreshAlert size={ICON.medium} aria-hidden />}>
      {t(`stale.${key}`, { ...words, wanted: to === undefined ? '' : statusName(to, locale) })}
    </Alert>
  );
}

function keyOf(now: Status, wanted: Status | undefined) {
  if (wanted === undefined) return 'now';
  if (now === wanted) return 'already';
  return mayMove(now, wanted) ? 'changed' : 'impossible';
}
