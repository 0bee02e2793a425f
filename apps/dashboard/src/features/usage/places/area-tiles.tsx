import { Anchor, ColorSwatch, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { countText, shareText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
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
      <SimpleGrid cols={{ base: 2, sm: cols }} spacing="lg" verticalSpacing="xs">
        {areas.map(({ code, name, views, share }) => (
          <Group key={code} gap="xs" wrap="nowrap">
            <ColorSwatch
              color={colourOf(views, steps)}
              size="var(--num-swatch-size)"
              radius="sm"
              withShadow={false}
              flex="none"
            />
            {views === 0 ? (
              <Text size="sm" c="dimmed" flex={1}>
                {name}
              </Text>
            ) : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                flex={1}
                fw={code === chosen ? WEIGHT.bold : 'normal'}
                aria-label={t('places:areaLabel', {
                  name,
                  visits: t('places:visits', { count: views }),
                  share: shareText(share, i18n.language),
                })}
                aria-pressed={code === chosen}
                onClick={() => onChoose(code)}
              >
                {name}
              </Anchor>
            )}
            <Text size="sm" {...(views === 0 && { c: 'dimmed' })}>
              {countText(views, i18n.language)}
            </Text>
          </Group>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
