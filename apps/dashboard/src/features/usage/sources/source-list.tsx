import { Stack, Text } from '@mantine/core';
import type { UsageSources } from '@num-ecard/contracts/usage';
import { sourceName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/use-locale';
import { BarTable } from './bar-table';
import { SourceIcon } from './source-icon';
import { sourceRows } from './source-rows';

/** What brought the visits, and what brought none. */
export function SourceList({ usage }: { usage: UsageSources }) {
  const { t } = useTranslation(['sources', 'translation']);
  const [locale] = useLocale();
  const { rows, none } = sourceRows(usage);
  const names = new Intl.ListFormat(locale).format(none.map((source) => sourceName(source, locale)));
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
          name: sourceName(source, locale),
          hint: source === 'direct' || source === 'link' ? t(`sources:hint.${source}`) : undefined,
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
