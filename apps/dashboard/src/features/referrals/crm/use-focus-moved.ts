import type { Recommendation, RecommendationBoard } from '@num-ecard/contracts/referral';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { type RefObject, useEffect, useRef } from 'react';

/** What of a card had the focus when it was moved. */
export type CardPart = 'handle' | 'menu';

/**
 * A card that goes to another column is another element there: what of it had the focus has it again.
 * @returns to be told of a move by keys
 */
export function useFocusMoved(
  columns: RecommendationBoard['columns'],
  board: RefObject<HTMLElement | null>,
): (item: Recommendation, to: Status, part: CardPart) => void {
  const moved = useRef<string>(undefined);
  useEffect(() => {
    if (moved.current === undefined || document.activeElement !== document.body) return;
    const part = board.current?.querySelector<HTMLElement>(moved.current);
    if (part === null || part === undefined) return;
    part.focus();
    moved.current = undefined;
  }, [columns, board]);
  // Not before it is there: answers that come meanwhile still have it where it was.
  return ({ id }, to, part) => {
    moved.current = `[data-status="${to}"] [data-card="${id}"] [data-part="${part}"]`;
  };
}
