import { DataList, Stack, Text } from '@mantine/core';
import type { UsageFiltered } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { countText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';

interface FilteredListProps {
  filtered: Pick<UsageFiltered, 'views' | 'clicks' | 'reasons'>;
}

/** What was not counted, and why. */
export function FilteredList({ filtered: { views, clicks: pressed, reasons } }: FilteredListProps) {
  const { t, i18n } = useTranslation('visits');
  if (views === 0 && pressed === 0) return <Text c="dimmed">{t('filtered.none')}</Text>;
  return (
    <Stack gap="md">
      <Text fw={WEIGHT.medium}>{t('filtered.sum', { count: views })}</Text>
      <DataList withDivider styles={{ item: { alignItems: 'center' } }}>
        {reasons
          .filter((found) => found.views > 0 || found.clicks > 0)
          .map(({ reason, views: count, clicks }) => (
            <DataList.Item key={reason}>
              <DataList.ItemLabel flex="1" c="var(--mantine-color-text)">
                {t(`filtered.reason.${reason}`)}
                <Text size="sm" c="dimmed">
                  {t(`filtered.why.${reason}`)}
                </Text>
              </DataList.ItemLabel>
              <DataList.ItemValue ta="end">
                <Text span inherit fw={WEIGHT.medium}>
                  {countText(count, i18n.language)}
                </Text>
                {clicks > 0 && (
                  <Text size="sm" c="dimmed">
                    {t('filtered.clicks', { count: clicks })}
                  </Text>
                )}
              </DataList.ItemValue>
            </DataList.Item>
          ))}
      </DataList>
    </Stack>
  );
}
