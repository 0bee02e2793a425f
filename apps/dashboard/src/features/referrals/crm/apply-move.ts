/** What a move makes of the answers that are there already, until the server has said what it made of them. */
import type {
  FollowUps,
  Recommendation,
  RecommendationBoard,
  Recommendations,
  StatusMove,
} from '@num-ecard/contracts/referral';

export type Move = Pick<StatusMove, 'to' | 'reason' | 'valueCents' | 'note'>;

export function movedItem<Item extends Recommendation>(item: Item, move: Move): Item {
  return {
    ...item,
    status: move.to,
    lostReason: move.to === 'lost' ? (move.reason ?? null) : null,
    valueCents: move.to === 'converted' ? (move.valueCents ?? null) : null,
  };
}

/** Kept where it is: a list that is read must not lose a line under one's eyes. */
export function movedPages<Page extends Recommendations>(
  pages: Page[],
  item: Recommendation,
  move: Move,
): Page[] {
  return pages.map((page) => ({
    ...page,
    items: page.items.map((each) => (each.id === item.id ? movedItem(each, move) : each)),
    counts: {
      ...page.counts,
      [item.status]: page.counts[item.status] - 1,
      [move.to]: page.counts[move.to] + 1,
    },
  }));
}

/** In its new column, at its place by when it was received. */
export function movedBoard(
  board: RecommendationBoard,
  item: Recommendation,
  move: Move,
): RecommendationBoard {
  const columns = board.columns.map((column) => {
    const items = column.items.filter(({ id }) => id !== item.id);
    if (column.status === item.status) return { ...column, items, count: column.count - 1 };
    if (column.status !== move.to) return column;
    const after = items.findIndex(({ receivedAt }) => receivedAt < item.receivedAt);
    const place = after < 0 ? items.length : after;
    return {
      ...column,
      items: items.toSpliced(place, 0, movedItem(item, move)),
      count: column.count + 1,
    };
  });
  return { columns };
}

/** Whoever is no longer new need not be called for the first time. */
export function movedFollowUps(followUps: FollowUps, item: Recommendation): FollowUps {
  const notContacted = followUps.notContacted.filter(({ id }) => id !== item.id);
  const fewer = followUps.notContacted.length - notContacted.length;
  return {
    ...followUps,
    notContacted,
    counts: { ...followUps.counts, notContacted: followUps.counts.notContacted - fewer },
  };
}
