import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, type Config } from '../../config/config.js';

/** One server-sent event. */
export interface LiveEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Where events of one kind come from. A module registers its own; this one knows none of them. */
export interface LiveSource {
  /** What a stream is told when it opens (or opens again: the present state makes up for what was missed). */
  current(accountId: string): Promise<LiveEvent[]>;
  /** What a stream is told when the named things of the account have changed. */
  changed(accountId: string, keys: readonly string[]): Promise<LiveEvent[]>;
}

/** One open stream. */
export interface LiveSubscriber {
  send(event: LiveEvent): void;
  /** Ends the stream; the browser opens it again. */
  end(): void;
}

/** Channel of the database's notifications. Payload: `source account key,key,…` */
export const LIVE_CHANNEL = 'num_ecard_live';

// PostgreSQL refuses a payload of 8,000 bytes; a uuid and its comma are 37.
const KEYS_PER_NOTICE = 200;
// A figure that changes fifty times a second is shown a few times a second.
const GATHER_MS = 250;
const RECONNECT_MS = 1_000;

/** The payloads that announce changes; sent with `pg_notify` in the transaction that makes them. */
export function liveNotices(source: string, accountId: string, keys: readonly string[]): string[] {
  const notices: string[] = [];
  for (let start = 0; start < keys.length; start += KEYS_PER_NOTICE) {
    notices.push(`${source} ${accountId} ${keys.slice(start, start + KEYS_PER_NOTICE).join(',')}`);
  }
  return notices;
}

/**
 * Open streams by account, fed by the database's own notifications, so that every instance tells its
 * streams what any instance has stored.
 */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly sources = new Map<string, LiveSource>();
  private readonly subscribers = new Map<string, Set<LiveSubscriber>>();
  private readonly waiting = new Map<string, Set<string>>();
  private listener: Client | undefined;
  private reconnect: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  register(name: string, source: LiveSource): void {
    this.sources.set(name, source);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  /** Before the server waits for its open connections: a stream would keep it waiting for ever. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.reconnect);
    for (const streams of this.subscribers.values()) for (const stream of streams) stream.end();
    this.subscribers.clear();
    await this.listener?.end().catch(() => undefined);
  }

  /** The accounts whose streams are open here. */
  openAccounts(): string[] {
    return [...this.subscribers.keys()];
  }

  /** Opens a stream of an account. @returns what closes it */
  async open(accountId: string, subscriber: LiveSubscriber): Promise<() => void> {
    // Subscribed before the state is read, so that nothing falls between the two.
    const streams = this.subscribers.get(accountId) ?? new Set();
    this.subscribers.set(accountId, streams.add(subscriber));
    const close = (): void => {
      streams.delete(subscriber);
      if (streams.size === 0 && this.subscribers.get(accountId) === streams)
        this.subscribers.delete(accountId);
    };
    try {
      for (const source of this.sources.values()) {
        for (const event of await source.current(accountId)) subscriber.send(event);
      }
    } catch (error) {
      close();
      throw error;
    }
    if (this.closing) subscriber.end();
    return close;
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      application_name: 'num-ecard live',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    const lost = (): void => {
      if (this.closing || this.listener !== client) return;
      this.listener = undefined;
      // What was announced meanwhile is not known: every stream opens again and is told the present state.
      for (const streams of this.subscribers.values()) for (const stream of streams) stream.end();
      this.reconnect = setTimeout(() => void this.listen(), RECONNECT_MS);
    };
    this.listener = client;
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      const [source = '', accountId = '', keys = ''] = (payload ?? '').split(' ');
      if (this.subscribers.has(accountId)) this.gather(source, accountId, keys.split(','));
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
    } catch {
      lost();
      await client.end().catch(() => undefined);
    }
  }

  /** Gathers the changes of a moment, so that each is read once. */
  private gather(source: string, accountId: string, keys: readonly string[]): void {
    const name = `${source} ${accountId}`;
    const waiting = this.waiting.get(name);
    if (waiting !== undefined) {
      for (const key of keys) waiting.add(key);
      return;
    }
    const gathered = new Set(keys);
    this.waiting.set(name, gathered);
    setTimeout(() => {
      this.waiting.delete(name);
      void this.tell(source, accountId, [...gathered]);
    }, GATHER_MS);
  }

  private async tell(source: string, accountId: string, keys: readonly string[]): Promise<void> {
    try {
      const events = (await this.sources.get(source)?.changed(accountId, keys)) ?? [];
      for (const stream of this.subscribers.get(accountId) ?? []) {
        for (const event of events) stream.send(event);
      }
    } catch (error) {
      this.logger.warn(
        `a change could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      // The streams open again and catch up.
      for (const stream of this.subscribers.get(accountId) ?? []) stream.end();
    }
  }
}
