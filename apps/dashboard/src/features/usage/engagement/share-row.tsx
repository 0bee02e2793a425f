import '@mantine/core/styles/Progress.css';
import { Box, Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shareText } from '@num-ecard/contracts/numbers';
import { DeltaMark } from '../../../ui/delta-mark';
import { WEIGHT } from '../../../ui/theme';

interface ShareRowProps {
  icon?: ReactNode;
  name: string;
  /** 0 to 1; null where there is nothing that it could be a share of. */
  share: number | null;
  /** The counts behind the share, in words. */
  detail: string;
  /** The count that is compared. */
  now: number;
  before: number | undefined;
}

/** An entry of a list: its share in figures and as a bar, and what it counts. */
export function ShareRow({ icon, name, share, detail, now, before }: ShareRowProps) {
  const { i18n } = useTranslation();
  return (
    <Box component="li">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group gap="xs" wrap="nowrap" miw={0}>
          {icon}
          <Text span fw={WEIGHT.medium}>
            {name}
          </Text>
        </Group>
        <Text span fw={WEIGHT.bold} flex="none">
          {shareText(share, i18n.language)}
        </Text>
      </Group>
      {/* The figure beside it says the same. */}
      <Progress value={(share ?? 0) * 100} size="sm" my="xs" aria-hidden />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
        {before !== undefined && <DeltaMark now={now} before={before} />}
      </Group>
    </Box>
  );
}
