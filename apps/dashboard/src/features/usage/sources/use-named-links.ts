import type { CardSummary } from '@num-ecard/contracts/cards';
import type { NamedLinks } from '@num-ecard/contracts/usage';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RequestError } from '../../../lib/request-error';
import { scopeKey } from '../../../lib/scope';
import { usageKey } from '../../../lib/usage-key';
import { EVERY_CARD } from '../../../lib/usage-search';
import { createNamedLink, deleteNamedLink } from './named-links.api';
import { namedLinksQuery } from './named-links.query';

/** Creating and deleting a card's links. What was changed is in the list before the change reports success. */
export function useNamedLinks(card: CardSummary) {
  const queryClient = useQueryClient();
  const { queryKey } = namedLinksQuery(card.id);
  const change = async (changed: (links: NamedLinks['links']) => NamedLinks['links']) => {
    // An answer under way may have been given before the change.
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (before) => before && { links: changed(before.links) });
    refresh();
  };
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey });
    for (const scope of [card, EVERY_CARD] as const) {
      void queryClient.invalidateQueries({ queryKey: usageKey(scopeKey(scope)) });
    }
  };
  const creating = useMutation({
    mutationFn: (label: string) => createNamedLink(card.id, { label }),
    onSuccess: (created) => change((links) => [created, ...links]),
    // Another window may have made the link, or filled the list.
    onError: refresh,
  });
  const removing = useMutation({
    mutationFn: async (code: string) => {
      try {
        await deleteNamedLink(card.id, code);
      } catch (error) {
        // Gone already: what was wanted.
        if (!(error instanceof RequestError && error.status === 404)) throw error;
      }
    },
    onSuccess: (_, code) => change((links) => links.filter((link) => link.code !== code)),
  });
  return { creating, removing };
}
