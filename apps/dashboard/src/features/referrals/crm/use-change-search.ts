import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ProspectSearch } from '../../../lib/prospect-search';

/** Changes what the address asks for; the page stays where it is. @returns a function; `replace` for what is typed key by key */
export function useChangeSearch(): (changed: ProspectSearch, replace?: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (changed, replace = false) =>
      void navigate({
        to: '/referrals/prospects',
        search: (before) => ({ ...before, ...changed }),
        resetScroll: false,
        replace,
      }),
    [navigate],
  );
}
