import type { NoticeKind } from '@num-ecard/contracts/notices';

interface Held {
  readonly path: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly notices: number;
}

/** Where several of a kind are looked at together. */
const TOGETHER: Readonly<Record<NoticeKind, string>> = {
  visits: '/visits',
  unusual: '/notifications',
  'first-link-visit': '/notifications',
  recommendation: '/referrals',
};

/**
 * Two alerts of one kind as one. On how many cards that is nobody knows, for some may be in both: only whether there are several.
 */
export function addHeld(kind: NoticeKind, held: Held, further: Held): Held {
  const counts = { ...held.counts };
  for (const [name, count] of Object.entries(further.counts)) counts[name] = (counts[name] ?? 0) + count;
  if (counts['cards'] !== undefined) {
    const cards = Math.max(held.counts['cards'] ?? 1, further.counts['cards'] ?? 1);
    counts['cards'] = held.path === further.path ? cards : Math.max(cards, 2);
  }
  return {
    path: held.path === further.path ? held.path : TOGETHER[kind],
    counts,
    notices: held.notices + further.notices,
  };
}
