/** The keys of an account's things that have changed. */
export type LiveChanges = ReadonlyMap<string, readonly string[]>;

/** What has changed and is not being read yet, by source and account: each key once, however often it changes meanwhile. */
export class ChangedKeys {
  private readonly sources = new Map<string, Map<string, Set<string>>>();

  add(source: string, accountId: string, keys: Iterable<string>): void {
    const accounts = this.sources.get(source) ?? new Map<string, Set<string>>();
    this.sources.set(source, accounts);
    const known = accounts.get(accountId) ?? new Set();
    accounts.set(accountId, known);
    for (const key of keys) known.add(key);
  }

  /**
   * Takes out so many accounts of a source: those that have waited longest, of each source in turn.
   * @param busy accounts that are left for later
   */
  take(most: number, busy: ReadonlySet<string>): { source: string; changes: LiveChanges } | undefined {
    for (const [source, accounts] of this.sources) {
      const taken = [...accounts].filter(([accountId]) => !busy.has(accountId)).slice(0, most);
      if (taken.length === 0) continue;
      for (const [accountId] of taken) accounts.delete(accountId);
      this.sources.delete(source);
      if (accounts.size > 0) this.sources.set(source, accounts);
      return { source, changes: new Map(taken.map(([accountId, keys]) => [accountId, [...keys]])) };
    }
    return undefined;
  }

  /** Hands all on. */
  moveTo(other: ChangedKeys): void {
    for (const [source, accounts] of this.sources)
      for (const [accountId, keys] of accounts) other.add(source, accountId, keys);
    this.sources.clear();
  }
}
