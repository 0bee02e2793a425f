import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core';
import { Box } from '@mantine/core';
import type { Recommendation, RecommendationBoard } from '@num-ecard/contracts/referral';
import { mayMove, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { useRef, useState } from 'react';
import { BoardCard } from './board-card';
import { BoardColumn } from './board-column';
import { BoardJumps } from './board-jumps';
import classes from './crm.module.css';
import { nearestColumn } from './drag-collision';
import { useDragSensors } from './drag-sensors';
import { useDragWords } from './use-drag-words';
import { useFocusMoved } from './use-focus-moved';

interface BoardProps {
  columns: RecommendationBoard['columns'];
  /** The status that the address names: on a phone the one that is seen first. */
  chosen: Status | undefined;
  onMove(item: Recommendation, to: Status): void;
}

/** Columns of prospects, dragged from one to another by pointer, finger or keys; only where they may go they can be dropped. */
export function Board({ columns, chosen, onMove }: BoardProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Recommendation>();
  const sensors = useDragSensors();
  const find = (id: DragStartEvent['active']['id']) =>
    columns.flatMap(({ items }) => items).find((item) => item.id === id);
  const accessibility = useDragWords(find);

  const focusMoved = useFocusMoved(columns, strip);

  const drop = ({ active, over, activatorEvent }: DragEndEvent) => {
    setDragged(undefined);
    const item = find(active.id);
    const to = columns.find(({ status }) => status === over?.id)?.status;
    if (item !== undefined && to !== undefined && mayMove(item.status, to)) {
      if (activatorEvent instanceof KeyboardEvent) focusMoved(item, to, 'handle');
      onMove(item, to);
    }
  };
  const moveByMenu = (item: Recommendation, to: Status) => {
    // A finger or a mouse goes on from where it is.
    if (document.activeElement?.matches(':focus-visible')) focusMoved(item, to, 'menu');
    onMove(item, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestColumn}
      accessibility={accessibility}
      onDragStart={({ active }) => setDragged(find(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
    >
      <BoardJumps columns={columns} chosen={chosen} strip={strip} />
      <Box ref={strip} className={classes['board']}>
        {columns.map((column) => (
          <BoardColumn key={column.status} column={column} dragged={dragged} onMove={moveByMenu} />
        ))}
      </Box>
      <DragOverlay dropAnimation={null}>
        {dragged && <BoardCard item={dragged} className={classes['lifted']} />}
      </DragOverlay>
    </DndContext>
  );
}
