import { closestCenter, type CollisionDetection, pointerWithin } from '@dnd-kit/core';

/** The column under the pointer; by keys, the one that the card was carried to. */
export const nearestColumn: CollisionDetection = (args) =>
  args.pointerCoordinates === null ? closestCenter(args) : pointerWithin(args);
