import { Box, Table, Text } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow, GridColumn } from './card-grid-column';
import { CardGridBody } from './card-grid-body';
import { CardGridHead } from './card-grid-head';
import { nextSorting, type Sorting, sortedRows } from './card-sorting';
import classes from './cards.module.css';

interface CardGridProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  /** What is sorted by to begin with, the largest first. */
  sortedBy: string;
  /** The card that is looked at elsewhere. */
  current?: string | undefined;
  withTotals: boolean;
}

const NAMES = 'card';

/**
 * A table of cards, sorted by any column. There may be hundreds of cards: only the rows that are seen are drawn, and each
 * keeps its cells when the order changes.
 */
function CardGridBase<Row extends CardRow>({
  label,
  rows,
  columns,
  sortedBy,
  current,
  withTotals,
}: CardGridProps<Row>) {
  const { t, i18n } = useTranslation(['cards', 'translation']);
  // Not a ref: the rows below can only be reckoned once it is there.
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null);
  const [chosen, setSorting] = useState<Sorting>({ column: sortedBy, descending: true });
  const isThere = chosen.column === NAMES || columns.some(({ key }) => key === chosen.column);
  // A column may go with the figures that it was of.
  const sorting = isThere ? chosen : { column: sortedBy, descending: true };
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === sorting.column);
    const valueOf = column?.value ?? (({ card }: Row) => card.title);
    return sortedRows(rows, valueOf, sorting.descending, i18n.language);
  }, [rows, columns, sorting.column, sorting.descending, i18n.language]);
  const widths = columns.reduce((sum, { width = 1 }) => sum + width, 0);

  const sortBy = (column: string) => {
    setSorting(nextSorting(sorting, column, column === NAMES));
    viewport?.scrollTo({ top: 0 });
  };
  const head = (column: string, text: string) => (
    <CardGridHead
      key={column}
      text={text}
      isName={column === NAMES}
      sorted={column === sorting.column ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      onSort={() => sortBy(column)}
    />
  );
  return (
    <Box ref={setViewport} className={classes['viewport'] ?? ''} tabIndex={0} role="group" aria-label={label}>
      <Table
        className={classes['table'] ?? ''}
        style={{ '--widths': widths }}
        layout="fixed"
        stickyHeader
        tabularNums
        aria-label={label}
        aria-rowcount={sorted.length + (withTotals ? 2 : 1)}
      >
        <colgroup>
          <col style={{ width: 'var(--num-card-width)' }} />
          {columns.map(({ key, width = 1 }) => (
            <col key={key} style={{ width: `calc(var(--num-figure-width) * ${width})` }} />
          ))}
        </colgroup>
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            {head(NAMES, t('cards:column.card'))}
            {columns.map((column) => head(column.key, column.label))}
          </Table.Tr>
        </Table.Thead>
        <CardGridBody rows={sorted} columns={columns} viewport={viewport} current={current} />
        {withTotals && (
          <Table.Tfoot>
            <Table.Tr aria-rowindex={sorted.length + 2}>
              <Table.Th scope="row" className={classes['name'] ?? ''}>
                {t('cards:total')}
              </Table.Th>
              {columns.map(({ key, total }) => (
                <Table.Td key={key}>{total}</Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
      {sorted.length === 0 && (
        <Text c="dimmed" p="md">
          {t('translation:overview.cardNone')}
        </Text>
      )}
    </Box>
  );
}

// Typing in the field that searches must not draw the rows anew while they are the same.
export const CardGrid = memo(CardGridBase) as typeof CardGridBase;
