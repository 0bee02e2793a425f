import { Stack, Text } from '@mantine/core';
import type { UsageSources } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { BarTable } from './bar-table';
import { SourceIcon } from './source-icon';
import { sourceRows } from './source-rows';

/** What brought the visits, and what brought none. */
export function SourceList({ usage }: { usage: UsageSources }) {
  const { t, i18n } = useTranslation(['sources', 'translation']);
  const { rows, none } = sourceRows(usage);
  const names = new Intl.ListFormat(i18n.language).format(
    none.map((source) => t(`sources:source.${source}`)),
  );
  return (
    <Stack gap="md">
      <BarTable
        label={t('sources:title')}
        nameHead={t('sources:sourceHead')}
        withShare
        withClicks
        rows={rows.map(({ source, views, clicks, share, before }) => ({
          key: source,
          views,
          clicks,
          share,
          before,
          icon: <SourceIcon source={source} />,
          name: t(`sources:source.${source}`),
          hint: source === 'direct' ? t('sources:directHint') : undefined,
        }))}
      />
      {none.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('sources:none', { sources: names })}
        </Text>
      )}
    </Stack>
  );
}
