import { ColorSwatch, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countText } from '@num-ecard/contracts/numbers';
import { type ColourStep, NO_VISITS_COLOUR } from './colour-steps';

/** Which colour stands for how many visits. */
export function MapLegend({ steps }: { steps: readonly ColourStep[] }) {
  const { t, i18n } = useTranslation(['places', 'translation']);
  const count = (value: number) => countText(value, i18n.language);
  const entries = [
    { colour: NO_VISITS_COLOUR, text: t('places:legend.none') },
    ...steps.map(({ from, colour }, index) => {
      const next = steps[index + 1]?.from;
      if (next === from + 1) return { colour, text: count(from) };
      return next === undefined
        ? { colour, text: t('places:legend.from', { from: count(from) }) }
        : { colour, text: t('places:legend.range', { from: count(from), to: count(next - 1) }) };
    }),
  ];
  return (
    <Group gap="sm" role="group" aria-label={t('places:legend.label')}>
      <Text size="xs" c="dimmed" aria-hidden>
        {t('places:legend.label')}
      </Text>
      {entries.map(({ colour, text }) => (
        <Group key={text} gap="xs" wrap="nowrap">
          <ColorSwatch color={colour} size="var(--num-swatch-size)" radius="sm" withShadow={false} />
          <Text size="xs" c="dimmed">
            {text}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
