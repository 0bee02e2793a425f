import '@mantine/core/styles/Table.css';
import { ScrollArea, Table, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CARDS_ROW } from '../../../ui/theme';
import type { CardRow, GridColumn } from './card-grid-column';
import { CardGridCells } from './card-grid-cells';
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

/** Rows drawn beyond those that are seen. */
const BEYOND = 4;
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
  const viewport = useRef<HTMLDivElement>(null);
  const [chosen, setSorting] = useState<Sorting>({ column: sortedBy, descending: true });
  const isThere = chosen.column === NAMES || columns.some(({ key }) => key === chosen.column);
  // A column may go with the figures that it was of.
  const sorting = isThere ? chosen : { column: sortedBy, descending: true };
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === sorting.column);
    const valueOf = column?.value ?? (({ card }: Row) => card.title);
    return sortedRows(rows, valueOf, sorting.descending, i18n.language);
  }, [rows, columns, sorting.column, sorting.descending, i18n.language]);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => CARDS_ROW,
    overscan: BEYOND,
  });
  const drawn = virtualizer.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const widths = columns.reduce((sum, { width = 1 }) => sum + width, 0);

  const sortBy = (column: string) => {
    setSorting(nextSorting(sorting, column, column === NAMES));
    viewport.current?.scrollTo({ top: 0 });
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
    <ScrollArea.Autosize
      mah="var(--num-cards-height)"
      viewportRef={viewport}
      viewportProps={{
        tabIndex: 0,
        role: 'group',
        'aria-label': label,
        className: classes['viewport'] ?? '',
      }}
    >
      <Table
        className={classes['table'] ?? ''}
        style={{ '--widths': widths } as CSSProperties}
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
        <Table.Tbody>
          <Spacer height={above} columns={columns.length + 1} />
          {drawn.map(({ index }) => {
            const row = sorted[index];
            if (row === undefined) return null;
            return (
              <Table.Tr
                key={row.card.id}
                aria-rowindex={index + 2}
                aria-current={row.card.id === current || undefined}
              >
                <CardGridCells row={row} columns={columns} />
              </Table.Tr>
            );
          })}
          <Spacer height={below} columns={columns.length + 1} />
        </Table.Tbody>
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
    </ScrollArea.Autosize>
  );
}

/** In the place of the rows that are not drawn. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <Table.Tr className={classes['spacer'] ?? ''} aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </Table.Tr>
  );
}

// Typing in the field that searches must not draw the rows anew while they are the same.
export const CardGrid = memo(CardGridBase) as typeof CardGridBase;
