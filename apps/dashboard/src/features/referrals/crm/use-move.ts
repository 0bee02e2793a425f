import type {
  FollowUps,
  Recommendation,
  RecommendationBoard,
  RecommendationRecord,
  Recommendations,
} from '@num-ecard/contracts/referral';
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { REFERRALS } from '../../../lib/referral-key';
import { refreshReferrals } from '../refresh-referrals';
import { type Move, movedBoard, movedFollowUps, movedItem, movedPages } from './apply-move';
import { BOARDS } from './board.query';
import { moveRecommendation } from './change-recommendation.api';
import { followUpsQuery } from './follow-ups.query';
import { recommendationQuery } from './recommendation.query';
import { LISTS } from './recommendations.query';
import { showRecord } from './show-record';

export interface WantedMove {
  /** As it is seen: its status is what the move is from. */
  readonly item: Recommendation;
  readonly move: Move;
}

/** Moves a prospect to another status: on screen at once, and back where it was when the server refuses. */
export function useMove() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ item, move }: WantedMove) =>
      moveRecommendation(item.id, { ...move, expected: item.status }),
    onMutate: async (wanted) => {
      // An answer under way may have been given before the move.
      await queryClient.cancelQueries({ queryKey: [REFERRALS] });
      const before = queryClient.getQueriesData({ queryKey: [REFERRALS] });
      show(queryClient, wanted);
      return before;
    },
    onError: (_error, _wanted, before) =>
      before?.forEach(([queryKey, data]) => queryClient.setQueryData(queryKey, data)),
    onSuccess: (record) => showRecord(queryClient, record),
    onSettled: () => void refreshReferrals(queryClient),
  });
}

function show(queryClient: QueryClient, { item, move }: WantedMove): void {
  queryClient.setQueriesData<InfiniteData<Recommendations>>(
    { queryKey: LISTS },
    (list) => list && { ...list, pages: movedPages(list.pages, item, move) },
  );
  queryClient.setQueriesData<RecommendationBoard>(
    { queryKey: BOARDS },
    (board) => board && movedBoard(board, item, move),
  );
  queryClient.setQueryData<FollowUps>(
    followUpsQuery.queryKey,
    (followUps) => followUps && movedFollowUps(followUps, item),
  );
  queryClient.setQueryData<RecommendationRecord>(
    recommendationQuery(item.id).queryKey,
    (record) => record && movedItem(record, move),
  );
}
