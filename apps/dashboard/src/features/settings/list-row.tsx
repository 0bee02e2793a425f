import { Box, Flex, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { WEIGHT } from '../../ui/theme';

interface ListRowProps {
  icon: ReactNode;
  title: ReactNode;
  detail: string;
  mark?: ReactNode;
  /** What can be done with it. */
  action?: ReactNode;
}

/** One device or key: what it is, since when, and what can be done with it. */
export function ListRow({ icon, title, detail, mark, action }: ListRowProps) {
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <Flex flex="none" c="dimmed" pt="var(--num-line-offset)">
        {icon}
      </Flex>
      <Box flex={1} miw={0}>
        <Group gap="xs">
          <Text fw={WEIGHT.medium}>{title}</Text>
          {mark}
        </Group>
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      </Box>
      {action}
    </Group>
  );
}
