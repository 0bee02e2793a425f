/** Has what is done for one key be done one after another, in the order in which it is asked for. Different keys do not wait. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @returns what `work` returns; throws what it throws */
  async take<Done>(key: string, work: () => Promise<Done>): Promise<Done> {
    const before = this.last.get(key) ?? Promise.resolve();
    // Whether or not the one before has succeeded.
    const turn = before.then(work, work);
    this.last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.last.get(key) === turn) this.last.delete(key);
    }
  }
}
