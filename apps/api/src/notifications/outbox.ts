import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import PgBoss from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { poolOf } from '../database/pool.js';
import { MailDelivery } from './mail/mail-delivery.entity.js';
import { MailMessage } from './mail/mail-message.js';

const MAIL = 'mail';
const HOUR = 3600;
/** With growing pauses, about three days. */
const RETRIES = 15;
const POLL_MS = 500;
/** How often a mail server that is away is knocked at: soon at first, then this seldom. */
const KNOCK_MS = { first: 1_000, last: 15_000 };

/** Sends what is taken out of the outbox. */
export interface MailCarrier {
  /** @param id the same each time the same e-mail is tried */
  send(message: MailMessage, id: string): Promise<void>;
  /** Whether the mail server takes connections. */
  isReachable(): Promise<boolean>;
}

/**
 * Messages on their way out. What is put in here is sent at least once, whatever happens to this process or
 * to the mail server: it is a row of the caller's own transaction, retried with growing pauses.
 */
@Injectable()
export class Outbox implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('outbox');
  private readonly boss: PgBoss;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => poolOf(this.dataSource).query(text, values) },
      // Clocks are @nestjs/schedule's.
      schedule: false,
      // What was taken by a process that died, or over a line that broke in that moment, is given out again: soon, and not two minutes more.
      maintenanceIntervalSeconds: 10,
      // A sent mail may hold a link that opens an account: it is not kept.
      archiveCompletedAfterSeconds: 60,
      archiveFailedAfterSeconds: 24 * HOUR,
      deleteAfterHours: 1,
    });
    this.boss.on('error', (error) => this.logger.warn(`the queue waits for the database: ${error.message}`));
  }

  /** For what is sent otherwise than by e-mail. */
  get queue(): PgBoss {
    return this.boss;
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(MAIL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, close: false, timeout: 5_000 });
  }

  /**
   * Queues an e-mail. With the caller's `manager` it is queued if and only if that transaction commits. Retried for about three days
   * while the mail server refuses it. Where it has a `delivery`, how far it has come is kept there.
   */
  async mail(message: MailMessage, manager: EntityManager = this.dataSource.manager): Promise<void> {
    const { delivery } = message;
    if (delivery !== undefined) await manager.insert(MailDelivery, { ...delivery, state: 'queued' });
    await this.boss.send(MAIL, message, {
      retryLimit: RETRIES,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 30,
      retentionDays: 4,
      db: {
        executeSql: async (text, values) => ({ rows: await manager.query<unknown[]>(text, values) }),
      },
    });
  }

  /**
   * Hands queued e-mails to whoever sends them, one at a time, until `signal` is aborted; one that throws is tried again later. While
   * the mail server cannot be reached none is tried, and once it can all are. A loop of our own: the queue's worker leaves its
   * bookkeeping unawaited, and a database that goes away in that moment would end the process.
   */
  async deliverMail(carrier: MailCarrier, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const outcome = await this.deliverNext(carrier).catch((error: unknown) => {
        this.logger.warn(
          `e-mails wait for the database: ${error instanceof Error ? error.message : String(error)}`,
        );
        return 'nothing' as const;
      });
      if (outcome === 'refused') await this.waitForServer(carrier, signal);
      else if (outcome === 'nothing') await pause(POLL_MS, signal);
    }
  }

  private async deliverNext(carrier: MailCarrier): Promise<'done' | 'refused' | 'nothing'> {
    const [job] = await this.boss.fetch<unknown>(MAIL, { includeMetadata: true });
    if (job === undefined) return 'nothing';
    const message = MailMessage.parse(job.data);
    const attempts = job.retryCount + 1;
    if (!(await this.isStillMeant(message))) {
      await this.boss.complete(MAIL, job.id);
      return 'done';
    }
    try {
      await carrier.send(message, job.id);
    } catch (error) {
      const state = attempts > RETRIES ? 'failed' : 'retrying';
      await this.note(message, { state, attempts });
      await this.boss.fail(MAIL, job.id, { message: error instanceof Error ? error.message : String(error) });
      return 'refused';
    }
    await this.note(message, { state: 'sent', attempts, sentAt: new Date() });
    await this.boss.complete(MAIL, job.id);
    return 'done';
  }

  /** An e-mail may wait for days: what it tells of may no longer be the account's. */
  private async isStillMeant({ needs }: MailMessage): Promise<boolean> {
    if (needs === undefined) return true;
    const [account] = await this.dataSource.query<{ plan: string }[]>(
      'SELECT plan FROM accounts WHERE account_id = $1',
      [needs.accountId],
    );
    return account !== undefined && planHas(account.plan, needs.feature);
  }

  private async note({ delivery }: MailMessage, state: Partial<MailDelivery>): Promise<void> {
    if (delivery !== undefined) await this.dataSource.manager.update(MailDelivery, delivery, state);
  }

  /** Returns at once when only that one e-mail was refused. */
  private async waitForServer(carrier: MailCarrier, signal: AbortSignal): Promise<void> {
    if (await carrier.isReachable()) return;
    for (let wait = KNOCK_MS.first; !signal.aborted; wait = Math.min(wait * 2, KNOCK_MS.last)) {
      await pause(wait, signal);
      if (!signal.aborted && (await carrier.isReachable())) break;
    }
    if (!signal.aborted) await this.tryAllNow();
  }

  /** What waits for its next attempt does not wait any longer. */
  private async tryAllNow(): Promise<void> {
    try {
      await this.dataSource.query(
        `UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state = 'retry' AND start_after > now()`,
        [MAIL],
      );
    } catch (error) {
      // They are tried all the same, only later.
      this.logger.warn(
        `e-mails wait for their own time: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

/**
 * Takes back the e-mails about something that have not been sent: what they say may not be said any more. One that is on its way in this
 * moment is not tried again.
 */
export async function withdrawMail(manager: EntityManager, about: string): Promise<void> {
  await manager.query(
    `DELETE FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active', 'failed') AND data->>'about' = $2`,
    [MAIL, about],
  );
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
