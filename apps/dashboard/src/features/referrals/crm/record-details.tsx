import { DataList } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { useTranslation } from 'react-i18next';
import { LinkAnchor } from '../../../ui/router-link';
import { useWhen } from './clock';
import { RecordSection } from './record-section';
import { usePersonName } from './use-person-name';

/** How the prospect came, whether the owner was told, and how long the data stays. */
export function RecordDetails({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const nameOf = usePersonName();
  const { ambassador, alert } = record;
  const item = (label: string, value: React.ReactNode) =>
    value !== null &&
    value !== '' && (
      <DataList.Item key={label}>
        <DataList.ItemLabel>{label}</DataList.ItemLabel>
        <DataList.ItemValue>{value}</DataList.ItemValue>
      </DataList.Item>
    );
  return (
    <RecordSection title={t('details.title')}>
      <DataList withDivider>
        {item(
          t('details.ambassador'),
          <LinkAnchor
            to="/referrals/prospects"
            search={{ ambassador: ambassador.id }}
            aria-label={t('details.allOf', { name: nameOf.ambassador(ambassador) })}
          >
            {nameOf.ambassador(ambassador)}
          </LinkAnchor>,
        )}
        {item(
          t('details.ambassadorContact'),
          [ambassador.phoneDisplay, ambassador.email].filter((part) => part !== null).join(' · '),
        )}
        {item(t('details.received'), when(record.receivedAt))}
        {item(t('details.card'), record.card.slug)}
        {item(t('details.reference'), record.reference)}
        {item(
          t('details.alert'),
          t(`alert.${alert.state}`, {
            when: alert.sentAt === null ? '' : when(alert.sentAt),
            count: alert.attempts,
          }),
        )}
        {record.eraseAt !== null &&
          item(t('details.erase'), t('details.eraseAt', { when: when(record.eraseAt) }))}
      </DataList>
    </RecordSection>
  );
}
