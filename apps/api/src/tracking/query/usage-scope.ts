/** Whose figures are read, and what of them is summed up already. */
export interface UsageScope {
  readonly accountId: string;
  /** Whose days these are: an IANA name. */
  readonly timezone: string;
  readonly cardIds: readonly string[];
  /** Whether these are all of the account's cards. */
  readonly allCards: boolean;
}

/** How far an account's days are closed: what `usage_closed_breakdowns` covers. */
export interface ClosedDays {
  /** `YYYY-MM-DD`: every day before it is closed; null when none is. */
  readonly before: string | null;
  /** Whether there are sums over all cards: not while the account has one, nor until the night after the second. */
  readonly together: boolean;
  /** Whether there are some of the days that are not closed, too: never without the others. */
  readonly openTogether: boolean;
}

export interface ReadScope extends UsageScope {
  readonly closed: ClosedDays;
}

/** What is told of the visits and clicks that a row stands for. Engaged time in milliseconds. */
export interface Figures {
  readonly views: number;
  readonly visitors: number;
  readonly clicks: number;
  readonly engagedMs: number;
}

/** What a key counts of each card. */
export interface KeyCards {
  readonly key: string;
  /** Numbers of cards and counts, as `UsageClosedCards` packs them; a card may be there several times, in any order. */
  readonly cards: Buffer;
}
