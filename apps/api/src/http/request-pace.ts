import { lru } from 'tiny-lru';

interface Window {
  readonly endsAt: number;
  used: number;
}

// As many keys as may be in use at once; those used longest ago are forgotten first.
const KEPT_AT_MOST = 10_000;

/** How often each key may be used: so many times in a window, counted in memory by every instance for itself. */
export class RequestPace {
  private readonly windows = lru<Window>(KEPT_AT_MOST);

  constructor(
    private readonly atMost: number,
    private readonly windowMs: number,
  ) {}

  /** Counts one use. @returns null when it is within the limit, else the seconds until the next window */
  use(key: string, now: Date): number | null {
    const at = now.getTime();
    let window = this.windows.get(key);
    if (window === undefined || window.endsAt <= at) {
      window = { endsAt: at + this.windowMs, used: 0 };
      this.windows.set(key, window);
    }
    if (window.used >= this.atMost) return Math.ceil((window.endsAt - at) / 1000);
    window.used += 1;
    return null;
  }
}
