import {
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';

/** Pixels that a pointer moves before a press is a drag; milliseconds that a finger rests before a swipe is one. */
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 300, tolerance: 8 } };

const STEPS: Readonly<Record<string, 1 | -1>> = { [KeyboardCode.Right]: 1, [KeyboardCode.Left]: -1 };

/** By arrows a card is carried from one column that takes it to the next, in the order that they stand in. */
const toNextColumn: KeyboardCoordinateGetter = (event, { context }) => {
  const step = STEPS[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const columns = context.droppableContainers
    .getEnabled()
    .flatMap(({ id, node }) => {
      // Just lifted, they may not have been measured yet.
      const rect = context.droppableRects.get(id) ?? node.current?.getBoundingClientRect();
      return rect === undefined ? [] : [rect];
    })
    .toSorted((a, b) => a.left - b.left);
  const card = context.collisionRect;
  if (card === null) return undefined;
  const centre = card.left + card.width / 2;
  const beyond = columns.filter(({ left, right }) => (step === 1 ? left > centre : right < centre));
  const next = beyond.at(step === 1 ? 0 : -1);
  return next && { x: next.left + (next.width - card.width) / 2, y: card.top };
};

const KEYS = { coordinateGetter: toNextColumn };

export function useDragSensors() {
  return useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(KeyboardSensor, KEYS),
  );
}
