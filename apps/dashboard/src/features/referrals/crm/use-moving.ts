import type { Recommendation, RecommendationRecord } from '@num-ecard/contracts/referral';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { useState } from 'react';
import type { Move } from './apply-move';
import { useMove } from './use-move';

/** A move that is being spoken of: what it is still to be said of it, or why it failed. */
export interface Asked {
  readonly item: Recommendation;
  readonly to: Status;
}

/** To these more belongs than a word: why, or how much. */
const ASKS_MORE: ReadonlySet<Status> = new Set(['converted', 'lost']);

/** Moving prospects: at once where nothing more need be said, else by a dialog, which also says what went wrong. */
export function useMoving() {
  const moving = useMove();
  const [asked, setAsked] = useState<Asked>();
  const [opened, setOpened] = useState(false);
  const [moved, setMoved] = useState<RecommendationRecord>();

  const send = (item: Recommendation, move: Move) =>
    moving.mutate(
      { item, move },
      {
        onSuccess: (record) => {
          setMoved(record);
          setOpened(false);
        },
        onError: () => {
          setAsked({ item, to: move.to });
          setOpened(true);
        },
      },
    );
  return {
    moving,
    asked,
    opened,
    /** The last that was moved. */
    moved,
    send,
    /** @param withWords opens the dialog whatever the move, for a note */
    ask: (item: Recommendation, to: Status, withWords = false) => {
      moving.reset();
      setMoved(undefined);
      if (!withWords && !ASKS_MORE.has(to)) return send(item, { to });
      setAsked({ item, to });
      setOpened(true);
    },
    close: () => setOpened(false),
    forget: () => setMoved(undefined),
  };
}

export type Moving = ReturnType<typeof useMoving>;
