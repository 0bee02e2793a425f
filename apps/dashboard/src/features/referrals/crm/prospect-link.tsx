import type { Recommendation } from '@num-ecard/contracts/referral';
import { LinkAnchor } from '../../../ui/router-link';
import { WEIGHT } from '../../../ui/theme';
import { usePersonName } from './use-person-name';

/** A prospect's name, which opens the record; the list behind stays as it is. */
export function ProspectLink({ item: { id, prospect } }: { item: Recommendation }) {
  const nameOf = usePersonName();
  return (
    <LinkAnchor
      to="/referrals/prospects/$id"
      params={{ id }}
      search={(before) => before}
      resetScroll={false}
      // What is around it is dragged on the board.
      draggable={false}
      fw={WEIGHT.medium}
      c={prospect.name === null ? 'dimmed' : 'var(--mantine-color-anchor)'}
    >
      {nameOf.prospect(prospect)}
    </LinkAnchor>
  );
}
