import { Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { DeltaMark } from '../../ui/delta-mark';
import { WEIGHT } from '../../ui/theme';

interface Figure {
  readonly key: string;
  readonly label: string;
  /** As it is read. */
  readonly text: ReactNode;
  /** The bare figures, where they are compared. */
  readonly now?: number | undefined;
  readonly before?: number | undefined;
}

/** A few totals of a period side by side, each with its change. */
export function FigureRow({ figures }: { figures: readonly Figure[] }) {
  return (
    <SimpleGrid cols={{ base: 2, md: figures.length }} spacing="sm">
      {figures.map(({ key, ...figure }) => (
        <FigureBox key={key} {...figure} />
      ))}
    </SimpleGrid>
  );
}

function FigureBox({ label, text, now, before }: Omit<Figure, 'key'>) {
  const id = useId();
  return (
    <Paper p="md" role="group" aria-labelledby={id}>
      <Stack gap="xs">
        <Text id={id} size="sm" fw={WEIGHT.medium} c="dimmed">
          {label}
        </Text>
        <Group gap="xs" align="baseline">
          <Text span fz="2xl" lh="figure" fw={WEIGHT.bold}>
            {text}
          </Text>
          {now !== undefined && before !== undefined && <DeltaMark now={now} before={before} />}
        </Group>
      </Stack>
    </Paper>
  );
}
