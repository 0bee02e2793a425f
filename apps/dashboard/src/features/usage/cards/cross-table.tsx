import { Box, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { UsageCross } from '@num-ecard/contracts/usage';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesCard } from '../../../lib/card-search';
import { countText } from '@num-ecard/contracts/numbers';
import { HEAT_LEVELS } from '../../../ui/theme';
import { CardGrid } from './card-grid';
import type { GridColumn } from './card-grid-column';
import classes from './cards.module.css';
import { type CrossedCard, crossedCards, HEAT_OF, type HeatOf, heatLevel } from './heat';

interface CrossTableProps {
  data: UsageCross;
  search?: string;
  current?: string | undefined;
}

/** Cards against sources, places, buttons or months: the more there is in a cell, the stronger its colour. */
export const CrossTable = memo(function CrossTable({ data, search = '', current }: CrossTableProps) {
  const { t } = useTranslation('cards');
  const [heatOf, setHeatOf] = useState<HeatOf>('row');
  const cards = useMemo(() => crossedCards(data), [data]);
  const found = useMemo(() => cards.filter(({ card }) => matchesCard(card, search)), [cards, search]);
  const columns = useCrossColumns(data, cards, heatOf);
  return (
    <Stack gap="sm">
      <CardGrid
        label={t(`cross.label.${data.by}`)}
        rows={found}
        columns={columns}
        sortedBy="total"
        current={current}
        withTotals={cards.length > 1}
      />
      <Group gap="sm" justify="space-between">
        <Group gap="xs" aria-hidden>
          <Text size="sm" c="dimmed">
            {t('cross.less')}
          </Text>
          <Group gap={0}>
            {Array.from({ length: HEAT_LEVELS }, (_, index) => (
              <Box key={index} className={classes['swatch'] ?? ''} data-heat={index + 1} />
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            {t('cross.more')}
          </Text>
        </Group>
        {cards.length > 1 && (
          <SegmentedControl
            aria-label={t('cross.heat.label')}
            value={heatOf}
            data={HEAT_OF.map((value) => ({ value, label: t(`cross.heat.${value}`) }))}
            onChange={setHeatOf}
          />
        )}
      </Group>
    </Stack>
  );
});

function useCrossColumns(
  { by, columns }: UsageCross,
  cards: readonly CrossedCard[],
  heatOf: HeatOf,
): GridColumn<CrossedCard>[] {
  const { t, i18n } = useTranslation('cards');
  const { language } = i18n;
  return useMemo(() => {
    const largest = Math.max(0, ...cards.map((card) => card.largest));
    const all = columns.reduce((sum, { total }) => sum + total, 0);
    return [
      {
        key: 'total',
        label: t(by === 'target' ? 'column.clicks' : 'column.views'),
        value: ({ total }) => total,
        cell: ({ total }) => countText(total, language),
        total: countText(all, language),
      },
      ...columns.map(({ key, label, total }, index): GridColumn<CrossedCard> => ({
        // A column may be called "total", too.
        key: `by/${key}`,
        label,
        value: ({ values }) => values[index] ?? 0,
        cell: ({ values }) => countText(values[index] ?? 0, language),
        total: countText(total, language),
        heat: (row) => heatLevel(row.values[index] ?? 0, heatOf === 'row' ? row.largest : largest),
      })),
    ];
  }, [t, language, by, columns, cards, heatOf]);
}
