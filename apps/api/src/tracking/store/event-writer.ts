import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { Counter, Gauge, Histogram, register } from 'prom-client';
import type { DataSource } from 'typeorm';
import { poolBeside } from '../../database/pool.js';
import { isDatabaseUnavailable } from '../../database/unavailable.js';
import { NotFound, Unavailable } from '../../http/problem-error.js';
import type { Hit } from '../ingest/to-hits.js';
import { storeBatch } from './event-batch.js';
import { VisitMemory } from './visit-memory.js';

/** Hits that may wait or be under way at once, about 0.5 KB each. Past it, callers are told to come back. */
const HITS_AT_MOST = 20_000;
const HITS_A_COMMIT = 2_000;
const RETRY_AFTER_S = 1;
const ATTEMPTS = 5;
// A serialization failure, a deadlock, or a visit that another instance has changed meanwhile (it then lacks a revision):
// the same batch is simply tried again.
const TRANSIENT = new Set(['40001', '40P01', '23502']);
const FOREIGN_KEY_VIOLATION = '23503';

interface Request {
  readonly hits: readonly Hit[];
  readonly done: (accepted: number) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Stores hits by group commit: what arrives while one commit is under way goes together into the next, so
 * that the number of commits a second does not grow with the number of requests. One commit at a time: two would each be half
 * as large, and what a commit costs hardly depends on its size.
 */
@Injectable()
export class EventWriter implements OnApplicationShutdown {
  private readonly logger = new Logger('event-writer');
  private readonly pool: Pool;
  private waiting: Request[] = [];
  private running = false;
  private readonly memory = new VisitMemory();
  private held = 0;

  constructor(@InjectDataSource() dataSource: DataSource) {
    this.pool = poolBeside(dataSource, 1);
  }

  /** By then every request has been answered: nothing waits any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /**
   * Stores hits, all or none. Resolves once they are durable in the database.
   * @returns how many are stored now and were not before
   * @throws {Unavailable} when too much waits already or the database cannot be reached: nothing was stored
   * @throws {NotFound} when the card was deleted meanwhile
   */
  write(hits: readonly Hit[]): Promise<number> {
    if (this.held + hits.length > HITS_AT_MOST) return Promise.reject(new Unavailable(RETRY_AFTER_S));
    this.hold(hits.length);
    return new Promise<number>((done, failed) => {
      this.waiting.push({ hits, done, failed });
      if (!this.running) {
        this.running = true;
        // One turn of the event loop, so that what arrived together is stored together.
        setImmediate(() => void this.run());
      }
    }).finally(() => {
      this.hold(-hits.length);
    });
  }

  private hold(hits: number): void {
    this.held += hits;
    metrics.held.inc(hits);
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) await this.store(this.nextRequests());
    this.running = false;
  }

  private nextRequests(): Request[] {
    let hits = 0;
    let count = 0;
    for (const request of this.waiting) {
      hits += request.hits.length;
      if (count > 0 && hits > HITS_A_COMMIT) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  /** Never rejects: every request is told its own outcome. */
  private async store(requests: readonly Request[]): Promise<void> {
    try {
      const unique = new Map(requests.flatMap(({ hits }) => hits.map((hit) => [hit.key, hit] as const)));
      const stop = metrics.seconds.startTimer();
      const fresh = await this.commit([...unique.values()]);
      stop();
      metrics.size.observe(unique.size);
      for (const { hits, done } of requests) {
        // Of an id that came twice in one batch, the first one counts.
        const accepted = hits.filter((hit) => fresh.delete(hit.key)).length;
        metrics.events.inc(accepted);
        done(accepted);
      }
    } catch (error) {
      await this.recover(requests, error);
    }
  }

  private async commit(hits: readonly Hit[]): Promise<Set<string>> {
    for (let attempt = 1; ; attempt += 1) {
      const client = await this.pool.connect();
      let broken: Error | undefined;
      try {
        return await storeBatch(client, hits, this.memory);
      } catch (error) {
        if (isDatabaseUnavailable(error)) broken = error as Error;
        if (attempt >= ATTEMPTS || !TRANSIENT.has(sqlState(error))) throw error;
      } finally {
        client.release(broken);
      }
    }
  }

  /** One request's fault must not fail the others: a batch that was refused is stored half by half. */
  private async recover(requests: readonly Request[], error: unknown): Promise<void> {
    if (isDatabaseUnavailable(error)) {
      for (const { failed } of requests) failed(new Unavailable(RETRY_AFTER_S));
      return;
    }
    const [only, ...more] = requests;
    if (only !== undefined && more.length === 0) {
      const cardIsGone = sqlState(error) === FOREIGN_KEY_VIOLATION;
      if (!cardIsGone) this.logger.error(`a request could not be stored: ${String(error)}`);
      only.failed(cardIsGone ? new NotFound('There is no such card.') : error);
      return;
    }
    const middle = Math.ceil(requests.length / 2);
    await this.store(requests.slice(0, middle));
    await this.store(requests.slice(middle));
  }
}

function sqlState(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code);
}

// The registry is the process's, and tests start several applications in one: made once.
const metrics = {
  held: once(
    'num_ecard_tracking_held_events',
    (name) => new Gauge({ name, help: 'Events waiting to be stored or being stored' }),
  ),
  events: once('num_ecard_tracking_events_total', (name) => new Counter({ name, help: 'Events stored' })),
  size: once(
    'num_ecard_tracking_commit_events',
    (name) => new Histogram({ name, help: 'Events a commit', buckets: [1, 4, 16, 64, 256, 1024, 2048] }),
  ),
  seconds: once(
    'num_ecard_tracking_commit_seconds',
    (name) =>
      new Histogram({
        name,
        help: 'Duration of a commit',
        buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
      }),
  ),
};

function once<M extends Gauge | Counter | Histogram>(name: string, make: (name: string) => M): M {
  return (register.getSingleMetric(name) as M | undefined) ?? make(name);
}
