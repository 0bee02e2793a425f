import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import type { PushPayload } from '@num-ecard/contracts/push';
import webPush from 'web-push';
import { CONFIG, type Config } from '../../config/config.js';
import { isPublicEndpoint, lookUpPublic } from './public-address.js';
import type { PushTarget } from './push-target.query.js';

const TIMEOUT_MS = 10_000;

/** What a push service made of an alert. */
export interface PushAnswer {
  readonly status: number;
  /** Seconds, or a date. */
  readonly retryAfter: string | undefined;
}

interface Delivery {
  /** Seconds for which the service keeps it for a browser that is away. */
  readonly ttl: number;
  /** At most 32 letters; a later one of the same topic takes the place of one that waits. */
  readonly topic: string;
  readonly urgency: 'low' | 'normal' | 'high';
}

/** The way out to the browsers' push services. Endpoints are told by browsers, so by anybody: only the public Internet is reached. */
@Injectable()
export class PushService {
  /** Without connections kept open: alerts are rare. */
  readonly agent = new Agent({ lookup: lookUpPublic });

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Sends one alert. @throws when the service cannot be reached, or not in ten seconds */
  async send(
    target: PushTarget,
    payload: PushPayload,
    { ttl, topic, urgency }: Delivery,
  ): Promise<PushAnswer> {
    if (!isPublicEndpoint(target.endpoint)) throw new Error('no address of a push service');
    const { endpoint, p256dh, auth } = target;
    const { method, headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(payload),
      {
        vapidDetails: { subject: `mailto:${addressOf(this.config.mailFrom)}`, ...this.config.vapid },
        TTL: ttl,
        urgency,
        topic,
      },
    );
    // Not by the library: it reads an answer to its end, however long that is.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const { agent } = this;
      request(endpoint, { method, headers, agent, signal: AbortSignal.timeout(TIMEOUT_MS) }, resolve)
        .on('error', reject)
        .end(body);
    });
    answer.destroy();
    return { status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] };
  }
}

/** The address alone of a sender such as `NUM-ECARD <bonjour@num-ecard.example>`. */
function addressOf(sender: string): string {
  return /[^\s<>]+@[^\s<>]+(?=>?$)/.exec(sender)?.[0] ?? sender;
}
