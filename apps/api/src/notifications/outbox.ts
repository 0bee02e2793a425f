import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import PgBoss from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { poolOf } from '../database/pool.js';
import { MailMessage } from './mail/mail-message.js';

const MAIL = 'mail';
const HOUR = 3600;
const POLL_MS = 500;

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
      // What was taken over a line that broke in that moment is given out again: a minute later, and not two more.
      maintenanceIntervalSeconds: 10,
      // A sent mail may hold a link that opens an account: it is not kept.
      archiveCompletedAfterSeconds: 60,
      archiveFailedAfterSeconds: 24 * HOUR,
      deleteAfterHours: 1,
    });
    this.boss.on('error', (error) => this.logger.warn(`the queue waits for the database: ${error.message}`));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(MAIL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, close: false, timeout: 5_000 });
  }

  /**
   * Queues an e-mail. With the caller's `manager` it is queued if and only if that transaction commits.
   * Retried for about three days while the mail server refuses it.
   */
  async mail(message: MailMessage, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await this.boss.send(MAIL, message, {
      retryLimit: 15,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 60,
      retentionDays: 4,
      db: {
        executeSql: async (text, values) => ({ rows: await manager.query<unknown[]>(text, values) }),
      },
    });
  }

  /**
   * Hands queued e-mails to whoever sends them, one at a time, until `signal` is aborted; one that throws is tried again
   * later. A loop of our own: the queue's worker leaves its bookkeeping unawaited, and a database that goes away in
   * that moment would end the process.
   */
  async deliverMail(send: (message: MailMessage) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const delivered = await this.deliverNext(send).catch((error: unknown) => {
        this.logger.warn(
          `e-mails wait for the database: ${error instanceof Error ? error.message : String(error)}`,
        );
        return false;
      });
      if (!delivered) await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async deliverNext(send: (message: MailMessage) => Promise<void>): Promise<boolean> {
    const [job] = await this.boss.fetch<unknown>(MAIL);
    if (job === undefined) return false;
    try {
      await send(MailMessage.parse(job.data));
    } catch (error) {
      await this.boss.fail(MAIL, job.id, { message: error instanceof Error ? error.message : String(error) });
      return true;
    }
    await this.boss.complete(MAIL, job.id);
    return true;
  }
}
