import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import PgBoss from 'pg-boss';
import { type DataSource, type EntityManager, Not } from 'typeorm';
import { poolOf } from '../database/pool.js';
import type { ComposedMail, MailComposer } from './mail/composed-mail.js';
import { MailDelivery } from './mail/mail-delivery.entity.js';
import type { MailMessage } from './mail/mail-message.js';
import { type MailToCompose, QueuedMail } from './mail/queued-mail.js';

const MAIL = 'mail';
/** What goes to many at once: a queue of its own, so that nothing else stands behind it. */
const BULK = 'bulk-mail';
/** Who sends side by side, and from which queue: an e-mail that takes its time holds up no other, and thousands no single one. */
const LANES = [MAIL, MAIL, BULK, BULK];
const HOUR = 3600;
/** With growing pauses, about three days. */
const RETRIES = 15;
const POLL_MS = 500;
/** After how many seconds what was taken out is taken for lost, and given out again. */
const EXPIRES = { asItIs: 30, composed: 180 };
/** So long before that it is given up: nobody else has it while it is being sent. */
const GIVEN_UP_MS_BEFORE = 5_000;
/** What took longer to compose is not sent, because somebody else may have been given it by the time that it would be. */
const COMPOSE_WITHIN_MS = 90_000;
/** How often a mail server that is away is knocked at: soon at first, then this seldom. */
const KNOCK_MS = { first: 1_000, last: 15_000 };

type Delivered = { readonly delivery: NonNullable<MailToCompose['delivery']> };

/** Sends what is taken out of the outbox. */
export interface MailCarrier {
  /**
   * @param id the same each time the same e-mail is tried
   * @param signal aborted when it has taken too long: what is not sent by then must not be any more
   */
  send(message: MailMessage | ComposedMail, id: string, signal: AbortSignal): Promise<void>;
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
  private readonly composers = new Map<string, MailComposer>();
  private waiting: Promise<void> | undefined;

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
    // Then it has just looked for what was taken and never heard of again.
    this.boss.on('maintenance', () => void this.noteGivenUp());
  }

  /** For what is sent otherwise than by e-mail. */
  get queue(): PgBoss {
    return this.boss;
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    for (const queue of [MAIL, BULK]) await this.boss.createQueue(queue);
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
    await this.boss.insert(
      [{ name: MAIL, data: message, ...RETRIED, keepUntil: keptUntil(4), expireInSeconds: EXPIRES.asItIs }],
      connectionOf(manager),
    );
  }

  /** Who composes the e-mails that are queued under this name. */
  onCompose(composer: string, compose: MailComposer): void {
    this.composers.set(composer, compose);
  }

  /**
   * Queues e-mails that are composed when they are sent, if and only if the manager's transaction commits. One that its composer no
   * longer means is not sent, and its delivery is forgotten.
   * @param inBulk they go to many at once: what goes to one alone does not wait for them
   */
  async compose(
    manager: EntityManager,
    mails: readonly MailToCompose[],
    { inBulk }: { inBulk: boolean },
  ): Promise<void> {
    if (mails.length === 0) return;
    const deliveries = mails.flatMap(({ delivery }) => delivery ?? []);
    await manager.insert(
      MailDelivery,
      deliveries.map(({ accountId, id }) => ({ accountId, id, state: 'queued' as const })),
    );
    const jobs = mails.map((mail) => jobToCompose(inBulk ? BULK : MAIL, mail));
    await this.boss.insert(jobs, connectionOf(manager));
  }

  /**
   * Has an e-mail that was given up sent after all, under the same delivery, if and only if the manager's transaction commits; one that is
   * tried again later is tried now. @returns whether there was anything to do
   */
  async composeAgain(manager: EntityManager, mail: MailToCompose & Delivered): Promise<boolean> {
    const { delivery } = mail;
    // Of two who ask at once, the second sees what the first has queued.
    const known = await manager.findOne(MailDelivery, {
      where: delivery,
      lock: { mode: 'pessimistic_write' },
    });
    if (known === null || known.state === 'sent') return false;
    if (known.state !== 'failed') {
      const queued = await manager.query<{ state: string }[]>(
        `SELECT state FROM pgboss.job WHERE name = $1 AND state < 'completed' AND data->'delivery'->>'id' = $2`,
        [BULK, delivery.id],
      );
      if (queued.length > 0) {
        const [, count] = await manager.query<[unknown[], number]>(
          `UPDATE pgboss.job SET start_after = now()
            WHERE name = $1 AND state = 'retry' AND data->'delivery'->>'id' = $2`,
          [BULK, delivery.id],
        );
        return count > 0;
      }
    }
    await manager.update(MailDelivery, delivery, { state: 'queued', attempts: 0 });
    await this.boss.insert([jobToCompose(BULK, mail)], connectionOf(manager));
    return true;
  }

  /**
   * Hands queued e-mails to whoever sends them, a few at a time, until `signal` is aborted; one that throws is tried again later. While
   * the mail server cannot be reached none is tried, and once it can all are. Loops of our own: the queue's worker leaves its
   * bookkeeping unawaited, and a database that goes away in that moment would end the process.
   */
  async deliverMail(carrier: MailCarrier, signal: AbortSignal): Promise<void> {
    await Promise.all(LANES.map((queue) => this.deliverFrom(queue, carrier, signal)));
  }

  private async deliverFrom(queue: string, carrier: MailCarrier, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const outcome = await this.deliverNext(queue, carrier, signal).catch((error: unknown) => {
        this.logger.warn(`e-mails wait for the database: ${reasonOf(error)}`);
        return 'nothing' as const;
      });
      if (outcome === 'refused') await this.waitForServer(carrier, signal);
      else if (outcome === 'nothing') await pause(POLL_MS, signal);
    }
  }

  private async deliverNext(
    queue: string,
    carrier: MailCarrier,
    signal: AbortSignal,
  ): Promise<'done' | 'refused' | 'nothing'> {
    const takenAt = performance.now();
    const [job] = await this.boss.fetch<unknown>(queue, { includeMetadata: true });
    if (job === undefined) return 'nothing';
    const queued = QueuedMail.parse(job.data);
    const attempts = job.retryCount + 1;
    const lastsMs = job.expireInSeconds * 1000 - GIVEN_UP_MS_BEFORE;
    try {
      const message = await this.meant(queued);
      if (message === null) {
        await this.end(job);
        return 'done';
      }
      const leftMs = Math.max(0, Math.round(takenAt + lastsMs - performance.now()));
      // One that is sent once more, by the operator's wish, is still the same.
      await carrier.send(message, queued.delivery?.id ?? job.id, AbortSignal.timeout(leftMs));
    } catch (error) {
      await this.note(queued, { state: attempts > RETRIES ? 'failed' : 'retrying', attempts });
      await this.boss.fail(queue, job.id, { message: reasonOf(error) });
      return 'refused';
    }
    await this.keepSent(job, queued, { state: 'sent', attempts, sentAt: new Date() }, signal);
    return 'done';
  }

  /**
   * After the mail server's yes: what cannot be noted now is noted later, for as long as the process lives. Whoever knows that it was sent
   * does not send it again.
   */
  private async keepSent(
    job: PgBoss.Job<unknown>,
    queued: QueuedMail,
    sent: Partial<MailDelivery>,
    signal: AbortSignal,
  ): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        // Before anything else: a process that dies between the two leaves nothing to be sent.
        await this.note(queued, sent);
        await this.end(job);
        return;
      } catch (error) {
        if (signal.aborted) throw error;
        if (tried === 1) this.logger.warn(`a sent e-mail waits to be noted: ${reasonOf(error)}`);
        await pause(POLL_MS, signal);
      }
    }
  }

  /** Also where the queue, which did not hear of it in time, means to give it out again. */
  private async end({ name, id }: PgBoss.Job<unknown>): Promise<void> {
    await this.dataSource.query(
      `UPDATE pgboss.job SET state = 'completed', completed_on = now() WHERE name = $1 AND id = $2 AND state < 'completed'`,
      [name, id],
    );
  }

  /** What is to be sent; null for what is no longer meant, and for what was sent by a process that died before it could tell the queue. */
  private async meant(queued: QueuedMail): Promise<MailMessage | ComposedMail | null> {
    const { delivery } = queued;
    if (delivery !== undefined) {
      const known = await this.dataSource.manager.findOneBy(MailDelivery, delivery);
      if (known === null || known.state === 'sent') return null;
    }
    if (!('composer' in queued)) return (await this.isStillMeant(queued)) ? queued : null;
    const { composer, of } = queued;
    const compose = this.composers.get(composer);
    if (compose === undefined) throw new Error(`nobody composes ${composer}`);
    const begunAt = performance.now();
    const message = await compose(of).catch((error: unknown) => {
      this.logger.warn(`an e-mail could not be composed yet: ${reasonOf(error)}`);
      throw error;
    });
    if (performance.now() - begunAt > COMPOSE_WITHIN_MS) throw new Error('it took too long to compose');
    if (message === null && delivery !== undefined)
      await this.dataSource.manager.delete(MailDelivery, delivery);
    return message;
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

  /** Nothing that comes later makes a sent one unsent. */
  private async note({ delivery }: QueuedMail, state: Partial<MailDelivery>): Promise<void> {
    if (delivery === undefined) return;
    await this.dataSource.manager.update(MailDelivery, { ...delivery, state: Not('sent' as const) }, state);
  }

  /** Of what the queue itself has given up nobody was there to note it: its last try ended with its process, or it waited for too long. */
  private async noteGivenUp(): Promise<void> {
    try {
      await this.dataSource.query(
        `UPDATE mail_deliveries AS d SET state = 'failed'
           FROM (SELECT data->'delivery' AS delivery FROM pgboss.job WHERE name = ANY ($1) AND state = 'failed'
                 UNION ALL
                 SELECT data->'delivery' FROM pgboss.archive WHERE name = ANY ($1) AND state < 'completed') AS given_up
          WHERE d.account_id = (delivery->>'accountId')::uuid AND d.delivery_id = (delivery->>'id')::uuid
            AND d.state IN ('queued', 'retrying')
            AND NOT EXISTS (SELECT FROM pgboss.job
                             WHERE name = ANY ($1) AND state < 'completed' AND data->'delivery' = delivery)`,
        [[MAIL, BULK]],
      );
    } catch (error) {
      this.logger.warn(`what was given up is noted later: ${reasonOf(error)}`);
    }
  }

  /** Returns at once when only that one e-mail was refused. One knocks for all. */
  private waitForServer(carrier: MailCarrier, signal: AbortSignal): Promise<void> {
    this.waiting ??= this.knock(carrier, signal).finally(() => (this.waiting = undefined));
    return this.waiting;
  }

  private async knock(carrier: MailCarrier, signal: AbortSignal): Promise<void> {
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
        `UPDATE pgboss.job SET start_after = now() WHERE name = ANY ($1) AND state = 'retry' AND start_after > now()`,
        [[MAIL, BULK]],
      );
    } catch (error) {
      // They are tried all the same, only later.
      this.logger.warn(`e-mails wait for their own time: ${reasonOf(error)}`);
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

const RETRIED = { retryLimit: RETRIES, retryDelay: 5, retryBackoff: true };

function jobToCompose(name: string, data: MailToCompose) {
  // However long nothing runs: what is composed anew is never out of date.
  return { name, data, ...RETRIED, keepUntil: keptUntil(90), expireInSeconds: EXPIRES.composed };
}

/** After so many days a queued e-mail is taken out unsent. */
function keptUntil(days: number): Date {
  return new Date(Date.now() + days * 24 * HOUR * 1000);
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

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
