import { Flex, Group, Paper, SimpleGrid, Text } from '@mantine/core';
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
  /** The one before as it is read, where it is not a bare count. */
  readonly beforeText?: string | undefined;
}

/** A few totals of a period side by side, each with its change; one below the other on a phone. */
export function FigureRow({ figures }: { figures: readonly Figure[] }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: figures.length }} spacing="sm">
      {figures.map(({ key, ...figure }) => (
        <FigureBox key={key} {...figure} />
      ))}
    </SimpleGrid>
  );
}

function FigureBox({ label, text, now, before, beforeText }: Omit<Figure, 'key'>) {
  const id = useId();
  return (
    <Paper px="md" py={{ base: 'xs', sm: 'md' }} role="group" aria-labelledby={id}>
      <Flex
        direction={{ base: 'row', sm: 'column' }}
        justify="space-between"
        align={{ base: 'center', sm: 'flex-start' }}
        gap="xs"
      >
        <Text id={id} size="sm" fw={WEIGHT.medium} c="dimmed">
          {label}
        </Text>
        <Group gap="xs" align="center">
          <Text span fz="2xl" lh="figure" fw={WEIGHT.bold}>
            {text}
          </Text>
          {now !== undefined && before !== undefined && (
            <DeltaMark now={now} before={before} beforeText={beforeText} />
          )}
        </Group>
      </Flex>
    </Paper>
  );
}
