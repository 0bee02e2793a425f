import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { ReactNode } from 'react';
import { LinkAnchor } from '../../ui/router-link';
import { figureSearch, type ReferralFigure } from './figure-search';

interface FigureLinkProps {
  figure: ReferralFigure;
  /** Without: of all time. */
  range?: DayRange | undefined;
  ambassador?: string;
  /** Where the figure alone would not say what it counts. */
  label?: string;
  /** Where words around it are no links. */
  underlined?: boolean;
  children: ReactNode;
}

/** A figure that opens the list of those that it counts. */
export function FigureLink({
  figure,
  range,
  ambassador,
  label,
  underlined = false,
  children,
}: FigureLinkProps) {
  return (
    <LinkAnchor
      to="/referrals/prospects"
      search={figureSearch(figure, { range, ...(ambassador === undefined ? {} : { ambassador }) })}
      inherit
      {...(underlined ? { underline: 'always' } : {})}
      aria-label={label}
    >
      {children}
    </LinkAnchor>
  );
}
