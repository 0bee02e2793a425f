import { Button, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core';
import type { UsageGeography } from '@num-ecard/contracts/usage';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { areaName, type Level, levelsWithin, type PlaceRow, placeRows } from './place-rows';
import { PlaceTable } from './place-table';
import { useAreaName } from './use-area-name';

const FIRST = 10;

interface PlaceListProps {
  geography: UsageGeography;
  area: string | undefined;
  onArea(area: string | undefined): void;
}

/** Cities, regions and countries, most viewed first; those of one area where one is chosen. */
export function PlaceList({ geography, area, onArea }: PlaceListProps) {
  const { t } = useTranslation(['places', 'translation']);
  const nameOf = useAreaName();
  const [wanted, setWanted] = useState<Level>('cities');
  const [whole, setWhole] = useState(false);
  const levels = levelsWithin(area);
  const level = levels.find((known) => known === wanted) ?? 'cities';
  const { rows, partlyKnown, unknown } = placeRows(geography, level, area);

  const rest = (key: 'unknownCity' | 'unknownRegion' | 'unknown', visits: typeof unknown): PlaceRow[] =>
    visits === undefined
      ? []
      : [{ key, name: t(`places:list.${key}`), within: undefined, area: undefined, ...visits }];
  const shown = [
    ...(whole ? rows : rows.slice(0, FIRST)),
    ...rest(level === 'regions' ? 'unknownRegion' : 'unknownCity', partlyKnown),
    ...rest('unknown', unknown),
  ];
  const name = area && (areaName(geography, area) ?? nameOf(area));
  const table = (
    <PlaceTable
      label={t(`places:list.${level}`)}
      rows={shown}
      most={Math.max(...shown.map(({ views }) => views))}
      compared={geography.previous !== undefined}
      onArea={onArea}
    />
  );

  return (
    <Stack gap="sm" align="stretch">
      {name !== undefined && (
        <Button
          variant="light"
          size="compact-sm"
          w="fit-content"
          maw="100%"
          rightSection={<IconX size={ICON.small} aria-hidden />}
          aria-label={t('places:list.unfilter', { name })}
          onClick={() => onArea(undefined)}
        >
          {name}
        </Button>
      )}
      {levels.length > 1 && (
        <SegmentedControl
          aria-label={t('places:list.level')}
          value={level}
          data={levels.map((known) => ({ value: known, label: t(`places:list.${known}`) }))}
          onChange={(chosen) => {
            setWanted(chosen);
            setWhole(false);
          }}
          fullWidth
        />
      )}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('places:list.none')}
        </Text>
      ) : whole ? (
        <ScrollArea.Autosize
          mah="var(--num-places-height)"
          type="auto"
          offsetScrollbars
          viewportProps={{ tabIndex: 0 }}
        >
          {table}
        </ScrollArea.Autosize>
      ) : (
        table
      )}
      {rows.length > FIRST && (
        <Button variant="subtle" size="compact-sm" w="fit-content" ml="auto" onClick={() => setWhole(!whole)}>
          {whole ? t('places:list.fewer') : t('places:list.all', { count: rows.length })}
        </Button>
      )}
    </Stack>
  );
}
