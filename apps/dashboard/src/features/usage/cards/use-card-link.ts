import { useNavigate, useSearch } from '@tanstack/react-router';
import { type MouseEvent, useMemo } from 'react';
import { stringifySearch } from '../../../lib/search-params';

/** The way to a card's own screen. */
export interface CardLink {
  readonly href: (slug: string) => string;
  readonly follow: (event: MouseEvent, slug: string) => void;
}

/** One for all rows: the router's own links each watch the whole address. The period comes along. */
export function useCardLink(): CardLink {
  const navigate = useNavigate();
  const { period, from, to, compare } = useSearch({
    strict: false,
    select: (whole) => ({ period: whole.period, from: whole.from, to: whole.to, compare: whole.compare }),
    structuralSharing: true,
  });
  return useMemo(() => {
    const search = (card: string) => ({ period, from, to, compare, card });
    return {
      href: (slug) => `/${stringifySearch(search(slug))}`,
      follow: (event, slug) => {
        // Into another tab or window: the browser's own business.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void navigate({ to: '/', search: search(slug) });
      },
    };
  }, [navigate, period, from, to, compare]);
}
