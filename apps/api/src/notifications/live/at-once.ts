/** Lets so many jobs run at once; the others wait for their turn, first come first. */
export class AtOnce {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** @returns what `job` returns; throws what it throws */
  async run<Done>(job: () => Promise<Done>): Promise<Done> {
    // Whoever ends hands its place on: it is never free for a moment in which another could take it.
    if (this.running >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
