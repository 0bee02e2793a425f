import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Outbox } from '../outbox.js';
import { holdPush, takeHeld } from './held-pushes.js';
import { PushMessage } from './push-message.js';

const PUSH = 'push';
const POLL_MS = 500;
/** Push services are asked side by side: a slow one holds up no other. */
const AT_ONCE = 8;

type Job = Awaited<ReturnType<Outbox['queue']['fetch']>>[number];

/** What has come of an alert: nothing is left to do, it is tried again at a time, or it waits with others for the end of quiet hours. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly at: Date }
  | { readonly kind: 'held'; readonly until: Date };
type Send = (message: PushMessage, now: Date) => Promise<Outcome>;

/** Alerts on their way out, in the outbox's own queue: sent at least once, whatever happens to this process. */
@Injectable()
export class PushOutbox implements OnModuleInit {
  private readonly logger = new Logger('push-outbox');

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** The outbox has started by then: its module comes first. */
  async onModuleInit(): Promise<void> {
    await this.outbox.queue.createQueue(PUSH);
  }

  /** Queues alerts if and only if the manager's transaction commits. @param startAfter absent: at once */
  async push(manager: EntityManager, messages: readonly PushMessage[], startAfter?: Date): Promise<void> {
    const jobs = messages.map((data) => ({
      name: PUSH,
      data,
      retryLimit: 15,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 60,
      ...(startAfter === undefined ? {} : { startAfter }),
    }));
    if (jobs.length > 0) await this.outbox.queue.insert(jobs, connectionOf(manager));
  }

  /** Hands queued alerts to whoever sends them, until `signal` is aborted; one that throws is tried again later. */
  async deliver(send: Send, signal: AbortSignal): Promise<void> {
    const underway = new Set<Promise<void>>();
    while (!signal.aborted) {
      const jobs = await this.fetch(AT_ONCE - underway.size);
      for (const job of jobs) {
        const one = this.deliverOne(job, send).finally(() => underway.delete(one));
        underway.add(one);
      }
      if (underway.size >= AT_ONCE) await Promise.race(underway);
      else if (jobs.length === 0) await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(underway);
  }

  private async fetch(batchSize: number): Promise<Job[]> {
    try {
      return await this.outbox.queue.fetch<object>(PUSH, { batchSize });
    } catch (error) {
      this.logger.warn(`alerts wait for the database: ${reasonOf(error)}`);
      return [];
    }
  }

  /** Never rejects: what could not even be noted is given out again after a minute. */
  private async deliverOne(job: Job, send: Send): Promise<void> {
    const { queue } = this.outbox;
    try {
      const message = PushMessage.parse(job.data);
      const now = new Date();
      if (message.release) {
        await this.dataSource.transaction(async (manager) => {
          await this.release(manager, message, now);
          await queue.complete(PUSH, job.id, {}, connectionOf(manager));
        });
        return;
      }
      const outcome = await send(message, now).catch(async (error: unknown) => {
        await queue.fail(PUSH, job.id, { message: reasonOf(error) });
        return undefined;
      });
      if (outcome === undefined) return;
      await this.dataSource.transaction(async (manager) => {
        if (outcome.kind === 'later') await this.push(manager, [message], outcome.at);
        if (outcome.kind === 'held') await this.hold(manager, message, outcome.until, now);
        await queue.complete(PUSH, job.id, {}, connectionOf(manager));
      });
    } catch (error) {
      this.logger.warn(`an alert waits for the database: ${reasonOf(error)}`);
    }
  }

  /** What comes in quiet hours comes as one alert after them, not as twenty. */
  private async hold(manager: EntityManager, message: PushMessage, until: Date, now: Date): Promise<void> {
    const isFirst = await holdPush(manager, message, until, now);
    if (isFirst) await this.push(manager, [{ ...message, release: true }], until);
  }

  private async release(manager: EntityManager, message: PushMessage, now: Date): Promise<void> {
    const { accountId, subscriptionId, kind } = message;
    const held = await takeHeld(manager, accountId, subscriptionId, kind);
    if (held === undefined) return;
    await this.push(manager, [{ ...message, ...held, at: now.getTime(), release: false }]);
  }
}

function connectionOf(manager: EntityManager) {
  return {
    db: {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await manager.query<unknown[]>(text, values),
      }),
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
