import '@mantine/core/styles/ColorSwatch.css';
import { Button, ColorSwatch, SimpleGrid, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { countText, shareText } from '../../../lib/numbers';
import { type ColourStep, colourOf } from './colour-steps';
import type { AreaFigures } from './map-figures';

interface AreaTilesProps {
  title: string;
  areas: readonly (AreaFigures & { readonly code: string })[];
  steps: readonly ColourStep[];
  chosen: string | undefined;
  onChoose(code: string): void;
  /** Beside one another where there is room. */
  cols: number;
}

/** Areas that a map cannot show, with their visits in its colours. */
export function AreaTiles({ title, areas, steps, chosen, onChoose, cols }: AreaTilesProps) {
  const { t, i18n } = useTranslation(['places', 'translation']);
  const id = useId();
  return (
    <Stack gap="xs" role="group" aria-labelledby={id}>
      <Text id={id} size="xs" c="dimmed">
        {title}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: cols }} spacing="xs">
        {areas.map(({ code, name, views, share }) => (
          <Button
            key={code}
            variant={code === chosen ? 'light' : 'default'}
            size="compact-sm"
            fullWidth
            justify="space-between"
            disabled={views === 0}
            leftSection={
              <ColorSwatch
                color={colourOf(views, steps)}
                size="var(--num-swatch-size)"
                radius="sm"
                withShadow={false}
              />
            }
            rightSection={countText(views, i18n.language)}
            aria-label={t('places:areaLabel', {
              name,
              visits: t('places:visits', { count: views }),
              share: shareText(share, i18n.language),
            })}
            aria-pressed={code === chosen}
            onClick={() => onChoose(code)}
          >
            {name}
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
