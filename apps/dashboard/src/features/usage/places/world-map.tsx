import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AreaMap } from './area-map';
import { AreaTiles } from './area-tiles';
import { colourSteps } from './colour-steps';
import { visited } from './map-figures';
import { MapLegend } from './map-legend';
import type { MapProps } from './map-props';
import { MapSource } from './map-source';
import { useAreaName } from './use-area-name';
import { worldShapes } from './world-shapes';

const MAP = worldShapes();
const SOURCE = [{ text: 'Natural Earth', href: 'https://www.naturalearthdata.com/' }];
const DRAWN = new Set(MAP.shapes.map(({ code }) => code));

/** The world by country, and below it the countries with visits that are too small to be seen. */
export function WorldMap({ figures, chosen, onChoose }: MapProps) {
  const { t } = useTranslation(['places', 'translation']);
  const nameOf = useAreaName();
  const countries = visited(
    [...figures.keys()].filter((code) => !code.includes('-')),
    figures,
  );
  const small = countries.filter(({ code }) => !DRAWN.has(code));
  const steps = colourSteps(countries[0]?.views ?? 0);
  const country = chosen?.slice(0, 2);
  return (
    <Stack gap="sm">
      <AreaMap
        {...MAP}
        label={t('places:map.labelWorld')}
        figures={figures}
        steps={steps}
        nameOf={nameOf}
        chosen={country}
        onChoose={onChoose}
      />
      {small.length > 0 && (
        <AreaTiles
          title={t('places:map.small')}
          areas={small}
          steps={steps}
          chosen={country}
          onChoose={onChoose}
          cols={3}
        />
      )}
      <MapLegend steps={steps} />
      <MapSource links={SOURCE} change={t('places:map.simplified')} />
    </Stack>
  );
}
