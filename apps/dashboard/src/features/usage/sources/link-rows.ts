import type { NamedLink, UsageSources } from '@num-ecard/contracts/usage';

type LinkFigures = UsageSources['links'][number];

/** A named link, or a code that no link has any more, with its figures. */
export interface LinkRow {
  readonly code: string;
  readonly label: string;
  readonly deleted: boolean;
  /** Whether another row has the same name: the code tells them apart. */
  readonly twin: boolean;
  /** Undefined while the figures are not known. */
  readonly views: number | undefined;
  readonly clicks: number | undefined;
  /** Visits of the period compared with; undefined without one. */
  readonly before: number | undefined;
  /** Undefined where links are not edited, or it was deleted. */
  readonly link: NamedLink | undefined;
}

/**
 * Links with their figures: most visited first, then latest first, deleted ones last.
 * @param links the card's, latest first; undefined over all cards, where the figures alone tell which links there are
 * @param usage undefined while it is not known
 */
export function linkRows(
  links: readonly NamedLink[] | undefined,
  usage: UsageSources | undefined,
): LinkRow[] {
  const figures = new Map(usage?.links.map((each) => [each.code, each]));
  const before = new Map(usage?.previous?.links.map(({ code, views }) => [code, views]));
  const row = (code: string, label: string, deleted: boolean, link?: NamedLink): Omit<LinkRow, 'twin'> => {
    const counted = figures.get(code);
    return {
      code,
      label,
      deleted,
      views: usage && (counted?.views ?? 0),
      clicks: usage && (counted?.clicks ?? 0),
      before: usage?.previous && (before.get(code) ?? 0),
      link,
    };
  };
  const listed = new Set(links?.map(({ code }) => code));
  const rows = [
    ...(links ?? []).map((link) => row(link.code, link.label, false, link)),
    ...[...figures.values()]
      .filter(({ code }) => !listed.has(code))
      .filter((other) => links === undefined || isCounted(other))
      // The list knows better: it is changed at once, and the figures say so later.
      .map(({ code, label, deleted }) => row(code, label, links !== undefined || deleted)),
  ];
  const named = new Map<string, number>();
  for (const { label } of rows) named.set(label, (named.get(label) ?? 0) + 1);
  return rows
    .map((each) => Object.assign(each, { twin: (named.get(each.label) ?? 0) > 1 }))
    .toSorted((a, b) => Number(a.deleted) - Number(b.deleted) || (b.views ?? 0) - (a.views ?? 0));
}

function isCounted({ views, clicks }: LinkFigures): boolean {
  return views > 0 || clicks > 0;
}
