import { Button, Stack, Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../../ui/theme';
import { type BarColumns, type BarRow, BarTableRow, WHOLE } from './bar-table-row';

/** Rows that are shown before more are asked for. */
const FIRST_ROWS = 8;

interface BarTableProps {
  /** What the table shows, in words. */
  label: string;
  /** What its rows are. */
  nameHead: string;
  rows: readonly BarRow[];
  withShare?: boolean;
  withClicks?: boolean;
  withActions?: boolean;
}

/** Figures of several things as a table; a bar below each name lets the eye compare. */
export function BarTable({
  label,
  nameHead,
  rows,
  withShare = false,
  withClicks = false,
  withActions = false,
}: BarTableProps) {
  const { t } = useTranslation('sources');
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.map(({ views = 0 }) => views));
  const compared = rows.some(({ before }) => before !== undefined);
  const columns: BarColumns = { withShare, withClicks, withActions, compared };
  return (
    <Stack gap="xs" align="flex-start">
      <Table aria-label={label} horizontalSpacing="xs" verticalSpacing="sm" tabularNums>
        <Table.Thead>
          <Table.Tr c="dimmed" fz="sm">
            <Table.Th pl={0} w="100%" fw={WEIGHT.medium}>
              {nameHead}
            </Table.Th>
            <Table.Th ta="right" style={WHOLE} fw={WEIGHT.medium}>
              {t('views')}
            </Table.Th>
            {withShare && (
              <Table.Th ta="right" style={WHOLE} fw={WEIGHT.medium} visibleFrom="sm">
                {t('share')}
              </Table.Th>
            )}
            {withClicks && (
              <Table.Th ta="right" style={WHOLE} fw={WEIGHT.medium}>
                {t('clicks')}
              </Table.Th>
            )}
            {compared && (
              <Table.Th ta="right" style={WHOLE} fw={WEIGHT.medium} visibleFrom="sm">
                {t('change')}
              </Table.Th>
            )}
            {withActions && (
              <Table.Th pr={0}>
                <VisuallyHidden>{t('actions')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(all ? rows : rows.slice(0, FIRST_ROWS)).map((row) => (
            <BarTableRow key={row.key} row={row} most={most} {...columns} />
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > FIRST_ROWS && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('all', { count: rows.length })}
        </Button>
      )}
    </Stack>
  );
}
