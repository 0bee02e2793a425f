import type { UsageSources } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { BarTable } from './bar-table';
import { referrerRows } from './source-rows';

/** The sites on which visitors pressed a link to the card. */
export function ReferrerList({ usage }: { usage: UsageSources }) {
  const { t } = useTranslation('sources');
  return (
    <BarTable
      label={t('referrers')}
      nameHead={t('referrerHead')}
      rows={referrerRows(usage).map(({ host, views, before }) => ({ key: host, name: host, views, before }))}
    />
  );
}
