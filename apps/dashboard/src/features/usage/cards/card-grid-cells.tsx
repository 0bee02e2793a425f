import { memo } from 'react';
import type { CardRow, GridColumn } from './card-grid-column';
import type { CardLink } from './use-card-link';
import classes from './cards.module.css';

interface CardGridCellsProps<Row> {
  row: Row;
  columns: readonly GridColumn<Row>[];
  link: CardLink;
}

/** Bare elements: there are hundreds of cells, and a component for each would take most of the time that sorting takes. */
function CardGridCellsBase<Row extends CardRow>({ row, columns, link }: CardGridCellsProps<Row>) {
  const { slug, title } = row.card;
  return (
    <>
      <th scope="row" className={classes['name']}>
        <a
          className={classes['link']}
          href={link.href(slug)}
          onClick={(event) => link.follow(event, slug)}
          title={title}
        >
          {title}
        </a>
      </th>
      {columns.map(({ key, cell, value, heat }) => (
        <td key={key} data-heat={heat?.(row) || undefined} data-nothing={value(row) === 0 || undefined}>
          {cell(row)}
        </td>
      ))}
    </>
  );
}

/** A card's name, which leads to its own screen, and its figures. */
export const CardGridCells = memo(CardGridCellsBase) as typeof CardGridCellsBase;
