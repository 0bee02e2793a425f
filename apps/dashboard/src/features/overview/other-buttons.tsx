import { DataList, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { LiveFigure } from '../../ui/live-figure';
import { TargetIcon } from '../../ui/target-icon';
import { WEIGHT } from '../../ui/theme';
import { useLocale } from '../../ui/use-locale';
import type { TargetFigures } from './targets';

/** Everything on the card that was clicked and is no contact button. */
export function OtherButtons({ buttons }: { buttons: readonly TargetFigures[] }) {
  const { t } = useTranslation();
  const [locale] = useLocale();
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t('overview.others')}</Title>
      <Paper p="md">
        <DataList withDivider styles={{ item: { alignItems: 'center' } }}>
          {buttons.map(({ target, today, total }) => (
            <DataList.Item key={target}>
              <DataList.ItemLabel flex="1" c="var(--mantine-color-text)">
                <Group gap="xs" wrap="nowrap">
                  <TargetIcon target={target} />
                  {targetName(target, locale)}
                </Group>
              </DataList.ItemLabel>
              <DataList.ItemValue ta="end">
                <Text span inherit fw={WEIGHT.medium}>
                  <LiveFigure value={today} />
                </Text>{' '}
                {t('overview.todayUnit')}
                <Text size="sm" c="dimmed">
                  <LiveFigure value={total} /> {t('overview.totalUnit')}
                </Text>
              </DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      </Paper>
    </Stack>
  );
}
