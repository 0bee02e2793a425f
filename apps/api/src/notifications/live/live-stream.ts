import type { ServerResponse } from 'node:http';
import type { Plan } from '@num-ecard/contracts/plans';
import type { FastifyReply } from 'fastify';
import type { Credential, Standing } from '../../access/sign-in-check.js';
import { type LivePosition, TOLD_WITHIN_MS, toldName, writePosition } from './live-position.js';

/** One server-sent event. */
export interface LiveEvent {
  readonly event: string;
  readonly data: unknown;
  /**
   * What happened and when, of something that a stream tells once, and after a break to who missed it. Without it the event is a
   * state: whoever opens a stream is told the present one.
   */
  readonly once?: { readonly id: string; readonly at: Date };
}

/** Who listens, and what they were when the stream was opened. */
export interface Listener {
  readonly accountId: string;
  readonly plan: Plan;
  readonly credential: Credential;
}

// A browser this far behind (asleep, or on a dead line) is cut off; it opens again and is told the state.
const UNREAD_BYTES_AT_MOST = 1024 * 1024;
// A position names so many at most; past that the oldest count as long told.
const NAMED_AT_MOST = 50;
const UNREAD_END_MS = 10_000;
const RETRY_MS = { least: 1_000, most: 4_000 } as const;

/** One open stream: what is written to a browser, and how far that has come. */
export class LiveStream {
  /** When it must be heard of next. */
  beatAt = 0;
  /** When its session runs out, by what was known last. */
  until = Infinity;
  /** Counts how often somebody's right to hear it was put in question. */
  doubts = 0;
  /** Said while it was being opened, when the state may have been read before: source and key. */
  readonly whileOpening: [source: string, key: string][] = [];
  private horizon: number;
  /** Names of what was told, with its moment: since the horizon. */
  private readonly told: Map<string, number>;
  private readonly raw: ServerResponse;
  private begun = false;
  private over = false;

  /** @param position how far the listener had come before a break; null for who begins */
  constructor(
    readonly listener: Listener,
    private readonly reply: FastifyReply,
    private readonly resumed: LivePosition | null,
    now: number,
  ) {
    this.raw = reply.raw;
    this.horizon = resumed?.at ?? now - TOLD_WITHIN_MS;
    this.told = new Map(Array.from(resumed?.told ?? [], (name) => [name, now]));
  }

  get isOpen(): boolean {
    return this.begun && !this.isOver;
  }

  get isOver(): boolean {
    return this.over || this.hasLeft;
  }

  /** Whether nobody is there to be answered. */
  get hasLeft(): boolean {
    return this.raw.destroyed || this.raw.closed;
  }

  /** Since when things that are told once may not have been told here. */
  get since(): Date {
    return new Date(this.horizon);
  }

  /** Whether its listener still is who opened it. */
  mayHear(standing: Standing | undefined): boolean {
    this.until = standing?.until?.getTime() ?? Infinity;
    return standing?.accountId === this.listener.accountId && standing.plan === this.listener.plan;
  }

  /** The head and the state; from now on it is told what changes. */
  begin(state: readonly LiveEvent[], now: number): void {
    this.reply.hijack();
    this.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would hold events back.
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    this.begun = true;
    // Each its own pause, so that a restarted server does not see everybody at once.
    const retry = RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least);
    this.write(`retry: ${Math.round(retry)}\n\n`);
    const past = state.filter(({ once }) => once !== undefined);
    if (this.resumed === null) {
      // Whoever begins reads the lists: what is there already is no news.
      for (const { once } of past)
        if (once !== undefined) this.told.set(toldName(once.id), once.at.getTime());
    }
    this.tell(
      state.filter(({ once }) => once === undefined),
      now,
    );
    if (this.resumed !== null) {
      this.tell(
        past.toSorted((a, b) => (a.once?.at.getTime() ?? 0) - (b.once?.at.getTime() ?? 0)),
        now,
      );
    }
  }

  tell(events: readonly LiveEvent[], now: number): void {
    for (const { event, data, once } of events) {
      if (once !== undefined) {
        const name = toldName(once.id);
        if (this.told.has(name)) continue;
        this.told.set(name, once.at.getTime());
      }
      this.write(`id: ${this.position(now)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  /** An event and not a comment: a browser's script can see that it came, and that it did not. */
  beat(): void {
    this.write('event: heartbeat\ndata: {}\n\n');
  }

  /** The browser opens it again. */
  end(): void {
    if (this.over) return;
    this.over = true;
    if (!this.begun) return;
    this.raw.end();
    // Whoever does not read does not see the end either.
    setTimeout(() => this.raw.destroy(), UNREAD_END_MS).unref();
  }

  /** Has something done once nobody is there any more. */
  onLeft(work: () => void): void {
    if (this.hasLeft) work();
    else this.raw.once('close', work);
  }

  /** Tells, as the last thing, that whoever listens is no longer who opened it: signed out, or with another model. */
  refuse(): void {
    if (this.isOpen) this.write('event: access\ndata: {}\n\n');
    this.end();
  }

  private position(now: number): string {
    this.horizon = Math.max(this.horizon, now - TOLD_WITHIN_MS);
    for (const [name, at] of this.told) {
      if (at > this.horizon && this.told.size <= NAMED_AT_MOST) continue;
      this.horizon = Math.max(this.horizon, at);
      this.told.delete(name);
    }
    return writePosition(this.horizon, this.told.keys());
  }

  private write(text: string): void {
    if (this.isOver) return;
    if (this.raw.writableLength > UNREAD_BYTES_AT_MOST) this.raw.destroy();
    else this.raw.write(text);
  }
}
