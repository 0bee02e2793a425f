import '@mantine/core/styles/Progress.css';
import { Box, Group, Progress, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countText, shareText } from '@num-ecard/contracts/numbers';
import { DeltaMark } from '../../../ui/delta-mark';
import { CHART, WEIGHT } from '../../../ui/theme';

const TOP = { verticalAlign: 'top' } as const;
/** Figures never break, although the page lets words break anywhere. */
export const WHOLE = { whiteSpace: 'nowrap', ...TOP } as const;

export interface BarRow {
  readonly key: string;
  readonly icon?: ReactNode;
  readonly name: ReactNode;
  /** Below the name. */
  readonly hint?: ReactNode;
  /** Undefined while it is not known. */
  readonly views: number | undefined;
  readonly clicks?: number | undefined;
  readonly share?: number | null;
  /** Undefined where nothing is compared. */
  readonly before: number | undefined;
  readonly actions?: ReactNode;
}

/** Which columns there are beside the name and the visits. */
export interface BarColumns {
  readonly withShare: boolean;
  readonly withClicks: boolean;
  readonly withActions: boolean;
  readonly compared: boolean;
}

interface BarTableRowProps extends BarColumns {
  row: BarRow;
  /** The length of a full bar. */
  most: number;
}

/** A thing with its figures, and a bar below its name. */
export function BarTableRow({ row, most, withShare, withClicks, withActions, compared }: BarTableRowProps) {
  const { i18n } = useTranslation();
  const count = (value: number | undefined) => (value === undefined ? '—' : countText(value, i18n.language));
  return (
    <Table.Tr>
      <Table.Th scope="row" pl={0} fw="normal" style={TOP}>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          {row.icon}
          <Box flex={1}>
            <Text fw={WEIGHT.medium}>{row.name}</Text>
            {row.hint !== undefined && (
              <Text size="sm" c="dimmed">
                {row.hint}
              </Text>
            )}
            {/* The figure beside it says the same. */}
            <Progress
              aria-hidden
              mt="xs"
              size="sm"
              color={CHART.main}
              value={(100 * (row.views ?? 0)) / most}
            />
            {/* On a phone a column of its own would leave none for the names. */}
            {row.before !== undefined && (
              <Box hiddenFrom="sm" mt="xs" w="max-content">
                <Change {...row} />
              </Box>
            )}
          </Box>
        </Group>
      </Table.Th>
      <Table.Td ta="right" style={WHOLE}>
        <Text fw={WEIGHT.bold}>{count(row.views)}</Text>
        {withShare && (
          <Text size="sm" c="dimmed" hiddenFrom="sm">
            {shareText(row.share ?? null, i18n.language)}
          </Text>
        )}
      </Table.Td>
      {withShare && (
        <Table.Td ta="right" style={WHOLE} visibleFrom="sm">
          <Text>{shareText(row.share ?? null, i18n.language)}</Text>
        </Table.Td>
      )}
      {withClicks && (
        <Table.Td ta="right" style={WHOLE}>
          <Text>{count(row.clicks)}</Text>
        </Table.Td>
      )}
      {compared && (
        <Table.Td ta="right" style={WHOLE} visibleFrom="sm">
          <Change {...row} />
        </Table.Td>
      )}
      {withActions && (
        <Table.Td pr={0} style={TOP}>
          {row.actions}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Change({ views, before }: Pick<BarRow, 'views' | 'before'>) {
  if (views === undefined || before === undefined) return null;
  return (
    // A mark would rather be cut than widen its column.
    <Box w="max-content" ml="auto">
      <DeltaMark now={views} before={before} />
    </Box>
  );
}
