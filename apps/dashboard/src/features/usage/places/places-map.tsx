import { SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import type { UsageGeography } from '@num-ecard/contracts/usage';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mapFigures } from './map-figures';
import { fetchCode } from '../../../lib/fetch-code';
import { Part } from '../../../ui/part';

// Each brings its outlines along.
const MAPS = {
  france: lazy(() =>
    fetchCode(() => import('./france-map').then((module) => ({ default: module.FranceMap }))),
  ),
  world: lazy(() => fetchCode(() => import('./world-map').then((module) => ({ default: module.WorldMap })))),
};

interface PlacesMapProps {
  geography: UsageGeography;
  area: string | undefined;
  onArea(area: string | undefined): void;
}

/** France or the world, by visits. */
export function PlacesMap({ geography, area, onArea }: PlacesMapProps) {
  const { t } = useTranslation(['places', 'translation']);
  const [shown, setShown] = useState<keyof typeof MAPS>(
    geography.regions.some(({ country }) => country === 'FR') || geography.countries.length === 0
      ? 'france'
      : 'world',
  );
  const Map = MAPS[shown];
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('places:map.shown')}
        value={shown}
        data={[
          { value: 'france', label: t('places:map.france') },
          { value: 'world', label: t('places:map.world') },
        ]}
        onChange={setShown}
        w="fit-content"
      />
      {geography.countries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('places:map.unplaced')}
        </Text>
      )}
      <Part key={shown} fallback={<Skeleton h="var(--num-places-height)" />}>
        <Map
          figures={mapFigures(geography)}
          chosen={area}
          onChoose={(code) => onArea(code === area ? undefined : code)}
        />
      </Part>
    </Stack>
  );
}
