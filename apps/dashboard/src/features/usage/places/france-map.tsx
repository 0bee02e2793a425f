import { Box, Flex, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AreaMap } from './area-map';
import { AreaTiles } from './area-tiles';
import { colourSteps } from './colour-steps';
import { franceShapes } from './france-shapes';
import { OVERSEAS_COLLECTIVITIES, OVERSEAS_DEPARTEMENTS, REGION_CODES } from './french-areas';
import { visited } from './map-figures';
import { MapLegend } from './map-legend';
import type { MapProps } from './map-props';
import { MapSource } from './map-source';
import { useAreaName } from './use-area-name';

const MAP = franceShapes();
const SOURCE = [
  { text: 'Victor Cazanave', href: 'https://github.com/VictorCazanave/svg-maps' },
  { text: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
];
/** What is told of beside the map too: the rest is abroad. */
const FRENCH = new Set<string>(['FR', ...OVERSEAS_DEPARTEMENTS, ...OVERSEAS_COLLECTIVITIES]);

/** France by region, and beside it the départements overseas and the collectivities that have visits. */
export function FranceMap({ figures, chosen, onChoose }: MapProps) {
  const { t } = useTranslation(['places', 'translation']);
  const nameOf = useAreaName();
  const overseas = [
    ...OVERSEAS_DEPARTEMENTS.map((code) => {
      const { name = nameOf(code), views = 0, share = 0 } = figures.get(code) ?? {};
      return { code, name, views, share };
    }),
    ...visited(OVERSEAS_COLLECTIVITIES, figures),
  ];
  const most = Math.max(0, ...[...visited(REGION_CODES, figures), ...overseas].map(({ views }) => views));
  const steps = colourSteps(most);
  const abroad = visited([...figures.keys()], figures)
    .filter(({ code }) => !code.includes('-') && !FRENCH.has(code))
    .reduce((sum, { views }) => sum + views, 0);
  return (
    <Stack gap="sm">
      <Flex direction={{ base: 'column', sm: 'row' }} gap="md" align={{ sm: 'flex-end' }}>
        <Box flex={1}>
          <AreaMap
            {...MAP}
            label={t('places:map.labelFrance')}
            figures={figures}
            steps={steps}
            nameOf={nameOf}
            chosen={chosen}
            onChoose={onChoose}
          />
        </Box>
        <Box w={{ sm: 'var(--num-tiles-width)' }} flex="none">
          <AreaTiles
            title={t('places:map.overseas')}
            areas={overseas}
            steps={steps}
            chosen={chosen}
            onChoose={onChoose}
            cols={1}
          />
        </Box>
      </Flex>
      <MapLegend steps={steps} />
      {abroad > 0 && (
        <Text size="sm" c="dimmed">
          {t('places:map.elsewhere', { count: abroad })}
        </Text>
      )}
      <MapSource links={SOURCE} change={t('places:map.changed')} />
    </Stack>
  );
}
