import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { CARDS_ROW } from '../../../ui/theme';
import { CardGridCells } from './card-grid-cells';
import type { CardRow, GridColumn } from './card-grid-column';
import classes from './cards.module.css';
import { useCardLink } from './use-card-link';

interface CardGridBodyProps<Row> {
  /** In the order that they are shown in. */
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  /** What is scrolled. */
  viewport: HTMLElement | null;
  current: string | undefined;
}

/** Rows drawn beyond those that are seen. */
const BEYOND = 3;

/** The rows that are seen. Apart from the head and the totals, which need not be drawn again as one scrolls. */
export function CardGridBody<Row extends CardRow>({
  rows,
  columns,
  viewport,
  current,
}: CardGridBodyProps<Row>) {
  const link = useCardLink();
  // Its functions cannot be memoized, and none is handed on.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport,
    estimateSize: () => CARDS_ROW,
    overscan: BEYOND,
    useFlushSync: false,
  });
  const drawn = virtualizer.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <Table.Tbody>
      <Spacer height={above} columns={columns.length + 1} />
      {drawn.map(({ index }) => {
        const row = rows[index];
        if (row === undefined) return null;
        const isCurrent = row.card.id === current;
        return (
          <tr key={row.card.id} aria-rowindex={index + 2} aria-current={isCurrent || undefined}>
            <CardGridCells row={row} columns={columns} link={link} />
          </tr>
        );
      })}
      <Spacer height={below} columns={columns.length + 1} />
    </Table.Tbody>
  );
}

/** In the place of the rows that are not drawn. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className={classes['spacer']} aria-hidden>
      <Table.Td colSpan={columns} h={height} />
    </tr>
  );
}
