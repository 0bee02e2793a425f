import { createHash } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';
import { judgeAnswer } from './judge-answer.js';
import { PUSH_KINDS_KNOWN } from './push-kinds.js';
import { type PushMessage, WORTH_SHOWING_MS } from './push-message.js';
import { PushOutbox } from './push-outbox.js';
import { type PushAnswer, PushService } from './push-service.js';
import { PushSubscriptions } from './push-subscriptions.service.js';
import { type PushTarget, pushTarget } from './push-target.query.js';
import { quietUntil } from './quiet-hours.js';

/** Sends the alerts that the outbox holds, for as long as the application runs. */
@Injectable()
export class PushDispatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('push');
  private readonly stop = new AbortController();
  private delivery: Promise<void> | undefined;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly outbox: PushOutbox,
    private readonly service: PushService,
    private readonly subscriptions: PushSubscriptions,
  ) {}

  onApplicationBootstrap(): void {
    this.delivery = this.outbox.deliver((message, now) => this.send(message, now), this.stop.signal);
  }

  /** Waits for the alerts that are on their way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.delivery;
  }

  /** @returns when to try again, or null when there is nothing left to do */
  private async send(message: PushMessage, now: Date): Promise<Date | null> {
    const { accountId, subscriptionId, kind, at } = message;
    const target = await pushTarget(this.dataSource, accountId, subscriptionId);
    if (target === undefined || now.getTime() >= at + WORTH_SHOWING_MS) return null;
    if (!target.wanted[kind] || !planHas(target.plan, PUSH_KINDS_KNOWN[kind].feature)) return null;
    const quiet = quietUntil(now, target.quietHours, target.timezone);
    if (quiet !== null) return quiet;
    const answer = await this.ask(message, target, now);
    const verdict = judgeAnswer(answer, now);
    const browser = { accountId, id: subscriptionId };
    if (verdict.kind === 'later') return verdict.at;
    if (verdict.kind === 'taken') await this.subscriptions.taken(browser);
    else if (verdict.kind === 'gone') await this.subscriptions.gone(browser, target.endpoint);
    else {
      this.logger.warn(`a push service did not take an alert (${answer.status})`);
      if (verdict.kind === 'failed') throw new Error(`the push service answered ${answer.status}`);
      await this.subscriptions.refused(browser);
    }
    return null;
  }

  private async ask({ kind, path, at }: PushMessage, target: PushTarget, now: Date): Promise<PushAnswer> {
    const { locale } = target;
    const title = PUSH_KINDS_KNOWN[kind].title[locale];
    const ttl = Math.ceil((at + WORTH_SHOWING_MS - now.getTime()) / 1000);
    const topic = createHash('sha256').update(path).digest('base64url').slice(0, 32);
    try {
      return await this.service.send(target, { kind, title, locale, path }, { ttl, topic });
    } catch (error) {
      // Without the endpoint, which is the browser's own.
      const code = (error as { code?: string }).code ?? 'no answer';
      this.logger.warn(`an alert waits for a push service (${code})`);
      throw new Error(`the push service was not reached: ${code}`, { cause: error });
    }
  }
}
