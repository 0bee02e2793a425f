import type { UsageEngagement } from '@num-ecard/contracts/usage';

type Engagement = Pick<UsageEngagement, 'visits' | 'buckets'>;

/** Visits that lasted about as long. */
export interface EngagedTime {
  readonly fromMs: number;
  /** Null where there is no end. */
  readonly toMs: number | null;
  readonly visits: number;
  /** Of all visits, 0 to 1; 0 without visits. */
  readonly share: number;
  /** The share in the period before; null where nothing is compared, or there were no visits. */
  readonly shareBefore: number | null;
}

/** How long visits last, each length with its share: periods with more and with fewer visits can be set side by side. */
export function engagedTimes({
  visits,
  buckets,
  previous,
}: Engagement & { previous?: Engagement | undefined }) {
  return buckets.map((bucket, index): EngagedTime => ({
    ...bucket,
    share: visits === 0 ? 0 : bucket.visits / visits,
    shareBefore:
      previous === undefined || previous.visits === 0
        ? null
        : (previous.buckets[index]?.visits ?? 0) / previous.visits,
  }));
}
