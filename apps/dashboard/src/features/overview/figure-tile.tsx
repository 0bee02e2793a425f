import { Flex, Group, Paper, Skeleton, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveFigure } from '../../ui/live-figure';
import { WEIGHT } from '../../ui/theme';

interface FigureTileProps {
  label: string;
  icon: ReactNode;
  /** Absent while loading; the tile keeps its size. */
  figures: { today: number; total: number } | undefined;
}

/** One thing counted: today in large, the total below. */
export function FigureTile({ label, icon, figures }: FigureTileProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Paper p="md" role="group" aria-labelledby={id} aria-busy={figures === undefined}>
      <Group gap="xs" wrap="nowrap" mb="xs">
        {icon}
        <Text id={id} size="sm" fw={WEIGHT.medium} truncate>
          {label}
        </Text>
      </Group>
      <Skeleton visible={figures === undefined}>
        <Flex columnGap="xs" align="baseline" wrap="wrap">
          <Text span fz="2xl" lh="figure" fw={WEIGHT.bold}>
            {figures === undefined ? '–' : <LiveFigure value={figures.today} />}
          </Text>
          <Text span size="sm" c="dimmed">
            {t('overview.todayUnit')}
          </Text>
        </Flex>
        <Text size="sm" c="dimmed">
          {figures === undefined ? '–' : <LiveFigure value={figures.total} />} {t('overview.totalUnit')}
        </Text>
      </Skeleton>
    </Paper>
  );
}
