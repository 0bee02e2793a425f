import { createHash } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NOTICE_FEATURES } from '@num-ecard/contracts/notices';
import { planHas } from '@num-ecard/contracts/plans';
import type { DataSource } from 'typeorm';
import { judgeAnswer } from './judge-answer.js';
import { PUSH_KINDS_KNOWN } from './push-kinds.js';
import type { PushMessage } from './push-message.js';
import { type Outcome, PushOutbox } from './push-outbox.js';
import { type PushAnswer, PushService } from './push-service.js';
import { PushSubscriptions } from './push-subscriptions.service.js';
import { type PushTarget, pushTarget } from './push-target.query.js';
import { quietUntil } from './quiet-hours.js';

const DONE: Outcome = { kind: 'done' };

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

  private async send(message: PushMessage, now: Date): Promise<Outcome> {
    const { accountId, subscriptionId, kind, at } = message;
    const target = await pushTarget(this.dataSource, accountId, subscriptionId);
    if (target === undefined || now.getTime() >= at + PUSH_KINDS_KNOWN[kind].worthMs) return DONE;
    if (!target.wanted[kind] || !planHas(target.plan, NOTICE_FEATURES[kind])) return DONE;
    const quiet = quietUntil(now, target.quietHours, target.timezone);
    if (quiet !== null) return { kind: 'held', until: quiet };
    const answer = await this.ask(message, target, now);
    // What the service asks to wait begins with its answer.
    const verdict = judgeAnswer(answer, new Date());
    const browser = { accountId, id: subscriptionId };
    if (verdict.kind === 'later') return verdict;
    if (verdict.kind === 'taken') await this.subscriptions.taken(browser);
    else if (verdict.kind === 'gone') await this.subscriptions.gone(browser, target.endpoint);
    else {
      this.logger.warn(`a push service did not take an alert (${answer.status})`);
      if (verdict.kind === 'failed') throw new Error(`the push service answered ${answer.status}`);
      await this.subscriptions.refused(browser);
    }
    return DONE;
  }

  private async ask(message: PushMessage, target: PushTarget, now: Date): Promise<PushAnswer> {
    const { kind, path, at, noticeId } = message;
    const { locale } = target;
    const { words, worthMs, urgency, replaces } = PUSH_KINDS_KNOWN[kind];
    const tag = replaces ? kind : noticeId;
    const ttl = Math.ceil((at + worthMs - now.getTime()) / 1000);
    const topic = createHash('sha256')
      .update(tag ?? path)
      .digest('base64url')
      .slice(0, 32);
    const payload = { kind, ...words[locale](message), locale, path, tag };
    try {
      return await this.service.send(target, payload, { ttl, topic, urgency });
    } catch (error) {
      // Without the endpoint, which is the browser's own.
      const code = (error as { code?: string }).code ?? 'no answer';
      this.logger.warn(`an alert waits for a push service (${code})`);
      throw new Error(`the push service was not reached: ${code}`, { cause: error });
    }
  }
}
