import { Group, Stack, Text } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { LinkAnchor } from '../../../ui/router-link';
import { LIST } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { useWhen } from './clock';
import { RecordSection } from './record-section';
import { usePersonName } from './use-person-name';

/** Who else recommended the same prospect. */
export function CoRecommendations({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const when = useWhen();
  const nameOf = usePersonName();
  return (
    <RecordSection title={t('coRecommended.title')}>
      <Text size="sm" c="dimmed">
        {t('coRecommended.hint')}
      </Text>
      <Stack component="ul" gap="xs" {...LIST}>
        {record.coRecommendations.map(({ id, ambassador, receivedAt, status }) => (
          <Group key={id} component="li" gap="xs">
            <LinkAnchor
              to="/referrals/prospects/$id"
              params={{ id }}
              search={(before) => before}
              resetScroll={false}
            >
              {t('row.from', { name: nameOf.ambassador(ambassador), when: when(receivedAt) })}
            </LinkAnchor>
            <Text size="sm" c="dimmed">
              {statusName(status, locale)}
            </Text>
          </Group>
        ))}
      </Stack>
    </RecordSection>
  );
}
