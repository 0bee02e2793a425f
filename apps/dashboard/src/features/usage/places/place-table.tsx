import '@mantine/core/styles/Progress.css';
import '@mantine/core/styles/Table.css';
import { Anchor, Box, Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countText, shareText } from '../../../lib/numbers';
import { DeltaMark } from '../../../ui/delta-mark';
import type { PlaceRow } from './place-rows';

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
          <Table.Th ta="right">{t('places:list.visits')}</Table.Th>
          <Table.Th ta="right">{t('places:list.share')}</Table.Th>
          {compared && (
            <Table.Th ta="right" pr={0}>
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
                <Box aria-hidden mt="xs">
                  <Progress value={(views / most) * 100} size="sm" />
                </Box>
              </Stack>
            </Table.Th>
            <Table.Td ta="right">{countText(views, i18n.language)}</Table.Td>
            <Table.Td ta="right">
              <Text size="sm" c="dimmed" span>
                {shareText(share, i18n.language)}
              </Text>
            </Table.Td>
            {compared && (
              <Table.Td ta="right" pr={0}>
                {before !== undefined && <DeltaMark now={views} before={before} />}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
