import type { NewNotice } from '../notifications/notices/notices.js';

/** A visit of the demo, as it was counted. */
export interface CountedVisit {
  readonly cardId: string;
  readonly slug: string;
  readonly at: Date;
  /** On the contact buttons. */
  readonly clicks: number;
}

type TellVisits = Extract<NewNotice, { kind: 'visits' }> & { readonly at: Date };

const GATHER_MS = 5 * 60_000;

/** What an owner would have been told of visits. @param visits oldest first */
export function gatheredNotices(visits: readonly CountedVisit[]): TellVisits[] {
  const gatherings: CountedVisit[][] = [];
  for (const visit of visits) {
    const last = gatherings.at(-1);
    const began = last?.[0]?.at.getTime() ?? -Infinity;
    if (last !== undefined && visit.at.getTime() <= began + GATHER_MS) last.push(visit);
    else gatherings.push([visit]);
  }
  return gatherings.flatMap((gathered) => {
    const [first] = gathered;
    if (first === undefined) return [];
    const cards = new Set(gathered.map(({ cardId }) => cardId)).size;
    return [
      {
        kind: 'visits' as const,
        at: new Date(first.at.getTime() + GATHER_MS),
        path: cards === 1 ? `/visits?card=${first.slug}` : '/visits',
        counts: {
          views: gathered.length,
          clicks: gathered.reduce((sum, { clicks }) => sum + clicks, 0),
          cards,
        },
        cardId: cards === 1 ? first.cardId : null,
      },
    ];
  });
}
