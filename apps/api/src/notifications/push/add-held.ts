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

/** Two alerts of one kind as one. */
export function addHeld(kind: NoticeKind, held: Held, further: Held): Held {
  const counts = { ...held.counts };
  for (const [name, count] of Object.entries(further.counts)) counts[name] = (counts[name] ?? 0) + count;
  return {
    path: held.path === further.path ? held.path : TOGETHER[kind],
    counts,
    notices: held.notices + further.notices,
  };
}
