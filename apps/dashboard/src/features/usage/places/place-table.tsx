import '@mantine/core/styles/Progress.css';
import { Anchor, Box, Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countText, shareText } from '@num-ecard/contracts/numbers';
import { DeltaMark } from '../../../ui/delta-mark';
import type { PlaceRow } from './place-rows';

/** The page breaks words anywhere; a column of figures would be one digit wide beside a long name. */
const ONE_LINE = { whiteSpace: 'nowrap' } as const;

interface PlaceTableProps {
  label: string;
  rows: readonly PlaceRow[];
  /** The visits of which the bar is full. */
  most: number;
  compared: boolean;
  onArea(area: string): void;
}

/** Places with their visits; countries and regions can be looked into. */
export function PlaceTable({ label, rows, most, compared, onArea }: PlaceTableProps) {
  const { t, i18n } = useTranslation(['places', 'translation']);
  return (
    <Table aria-label={label} horizontalSpacing="xs" withRowBorders={false} tabularNums>
      <Table.Thead>
        <Table.Tr>
          <Table.Th pl={0}>{t('places:list.place')}</Table.Th>
          <Table.Th ta="right" style={ONE_LINE}>
            {t('places:list.visits')}
          </Table.Th>
          <Table.Th ta="right" style={ONE_LINE} visibleFrom="xs">
            {t('places:list.share')}
          </Table.Th>
          {compared && (
            <Table.Th ta="right" pr={0} style={ONE_LINE}>
              {t('places:list.change')}
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, within, area, views, before, share }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" pl={0} w="100%" fw="normal">
              <Stack gap={0}>
                {area === undefined ? (
                  <Text size="sm">{name}</Text>
                ) : (
                  <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onArea(area)}>
                    {name}
                  </Anchor>
                )}
                {within !== undefined && (
                  <Text size="xs" c="dimmed">
                    {within}
                  </Text>
                )}
                <Box aria-hidden mt="calc(var(--mantine-spacing-xs) / 2)">
                  <Progress value={(views / most) * 100} size="sm" />
                </Box>
              </Stack>
            </Table.Th>
            <Table.Td ta="right" style={ONE_LINE}>
              {countText(views, i18n.language)}
            </Table.Td>
            <Table.Td ta="right" style={ONE_LINE} visibleFrom="xs">
              <Text size="sm" c="dimmed" span>
                {shareText(share, i18n.language)}
              </Text>
            </Table.Td>
            {compared && (
              <Table.Td ta="right" pr={0} style={ONE_LINE}>
                {before !== undefined && (
                  // Else the column is so narrow that the mark's own text is cut.
                  <Box w="max-content" ml="auto">
                    <DeltaMark now={views} before={before} />
                  </Box>
                )}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
