import { Table } from '@mantine/core';
import { memo } from 'react';
import { LinkAnchor } from '../../../ui/router-link';
import type { CardRow, GridColumn } from './card-grid-column';
import classes from './cards.module.css';

interface CardGridCellsProps<Row> {
  row: Row;
  columns: readonly GridColumn<Row>[];
}

function CardGridCellsBase<Row extends CardRow>({ row, columns }: CardGridCellsProps<Row>) {
  const { slug, title } = row.card;
  return (
    <>
      <Table.Th scope="row" className={classes['name'] ?? ''}>
        <LinkAnchor
          to="/"
          search={(before) => ({ ...before, card: slug })}
          // Else to run the pointer over the table would prepare every card's screen.
          preload={false}
          inherit
          lineClamp={2}
          title={title}
        >
          {title}
        </LinkAnchor>
      </Table.Th>
      {columns.map(({ key, cell, value, heat }) => {
        const level = heat?.(row);
        // A bare cell: there are hundreds, and Mantine's own would take most of the time that sorting takes.
        return (
          <td
            key={key}
            className={classes['figure'] ?? ''}
            data-heat={level || undefined}
            data-nothing={value(row) === 0 || undefined}
          >
            {cell(row)}
          </td>
        );
      })}
    </>
  );
}

/** A card's name, which leads to its own screen, and its figures. */
export const CardGridCells = memo(CardGridCellsBase) as typeof CardGridCellsBase;
