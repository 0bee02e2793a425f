import type { Notice } from '@num-ecard/contracts/notices';
import { useQueries } from '@tanstack/react-query';
import { linkLabelsQuery } from './notices.query';

/** Looks up the labels of the links that notices are about: the server's list holds codes alone. */
export function useLinkLabels(notices: readonly Pick<Notice, 'kind' | 'cardId'>[]) {
  const cards = [
    ...new Set(
      notices.flatMap(({ kind, cardId }) => (kind === 'first-link-visit' && cardId ? [cardId] : [])),
    ),
  ];
  const answers = useQueries({ queries: cards.map(linkLabelsQuery) });
  return ({ kind, cardId, counts }: Pick<Notice, 'kind' | 'cardId' | 'counts'>): string | undefined => {
    if (kind !== 'first-link-visit' || cardId === null || !('link' in counts)) return undefined;
    return answers[cards.indexOf(cardId)]?.data?.get(counts.link);
  };
}
