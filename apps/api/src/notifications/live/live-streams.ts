import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Credential, Standing } from '../../access/sign-in-check.js';
import { CONFIG, type Config } from '../../config/config.js';
import { TooManyRequests, Unavailable } from '../../http/problem-error.js';
import { AtOnce } from './at-once.js';
import { ChangedKeys, type LiveChanges } from './changed-keys.js';
import { LiveListener } from './live-listener.js';
import type { LiveEvent, LiveStream } from './live-stream.js';

export type { LiveChanges } from './changed-keys.js';
export type { LiveEvent } from './live-stream.js';

/** Where events of one kind come from. A module registers its own; this one knows none of them. */
export interface LiveSource {
  /**
   * What a stream is told when it opens: the present state, and what happened once after `since`. Only what the account's model
   * has at this moment.
   */
  current(accountId: string, since: Date): Promise<LiveEvent[]>;
  /** What a stream is told when the named things of the account have changed. The same holds. */
  changed(accountId: string, keys: readonly string[]): Promise<LiveEvent[]>;
  /** The same for many accounts at once, by account: where that is cheaper than one after the other. */
  changedTogether?(changes: LiveChanges): Promise<ReadonlyMap<string, readonly LiveEvent[]>>;
}

/** Tells what credentials open now, by their ids. */
type Standings = (credentials: readonly Credential[]) => Promise<ReadonlyMap<string, Standing>>;

/** Channel of the database's notifications. Payload: `source account key,key,…` */
export const LIVE_CHANNEL = 'num_ecard_live';

/** Instead of a source's name: who may hear the account has changed. */
export const ACCESS = 'access';

// PostgreSQL refuses a payload of 8,000 bytes; a uuid and its comma are 37.
const KEYS_PER_NOTICE = 200;
// A figure that changes fifty times a second is shown a few times a second.
const GATHER_MS = 250;
const HEARTBEAT_MS = 15_000;
const BEAT_ROUND_MS = 1_000;
/** Accounts that are read together, and readings at once: the pool is for everybody. */
const TOGETHER = 50;
const READINGS_AT_ONCE = 3;
const OPENINGS_AT_ONCE = 6;
/** So that nobody holds every socket. A session that has as many is refused another; one more would end the first, in turn for ever. */
const STREAMS_A_CREDENTIAL = 20;
const STREAMS_AN_ACCOUNT = 1_000;

/** The payloads that announce changes; sent with `pg_notify` in the transaction that makes them. */
export function liveNotices(source: string, accountId: string, keys: readonly string[]): string[] {
  const notices: string[] = [];
  for (let start = 0; start < keys.length; start += KEYS_PER_NOTICE) {
    notices.push(`${source} ${accountId} ${keys.slice(start, start + KEYS_PER_NOTICE).join(',')}`);
  }
  return notices;
}

/**
 * Open streams by account, fed by the database's own notifications, so that every instance tells its streams what any instance has
 * stored. Nothing is sent before it was asked, after it was read, whether the listener may still hear it.
 */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly sources = new Map<string, LiveSource>();
  private readonly streams = new Map<string, Set<LiveStream>>();
  /** What changes in a moment. */
  private readonly gathered = new ChangedKeys();
  /** What waits to be read; what changes while it does is read with it, so that it does not grow with the load. */
  private readonly waiting = new ChangedKeys();
  private readings = 0;
  private readonly beingRead = new Set<string>();
  private readonly openings = new AtOnce(OPENINGS_AT_ONCE);
  private readonly listener: LiveListener;
  private gathering: NodeJS.Timeout | undefined;
  private beats: NodeJS.Timeout | undefined;
  private closing = false;
  /** Until somebody says who may hear, nobody may. */
  private standings: Standings = async () => new Map();

  constructor(@Inject(CONFIG) config: Config) {
    this.listener = new LiveListener(config.databaseUrl, LIVE_CHANNEL, {
      onNotice: (payload) => this.hear(payload),
      // Every stream opens again, is told the present state and what it missed.
      onLost: () => this.endAll(),
    });
  }

  register(name: string, source: LiveSource): void {
    this.sources.set(name, source);
  }

  /** Sign-in itself sends e-mails by this module, so it cannot be asked for here. */
  askWith(standings: Standings): void {
    this.standings = standings;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.beats = setInterval(() => void this.beat(), BEAT_ROUND_MS).unref();
    await this.listener.listen();
  }

  /** Before the server waits for its open connections: a stream would keep it waiting for ever. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearInterval(this.beats);
    clearTimeout(this.gathering);
    this.endAll();
    await this.listener.close();
  }

  /** The accounts whose streams are open here. */
  openAccounts(): string[] {
    return [...this.streams.keys()];
  }

  /**
   * Opens a stream and tells it the present state; only then is its head sent, so that a failure is still a proper answer.
   * @throws {TooManyRequests} when as many are open for the session or the account as may be
   * @throws {Unavailable} when it may not be opened as what was asked for: the next request is told why
   */
  async open(stream: LiveStream): Promise<void> {
    const { accountId, credential } = stream.listener;
    const streams = this.streams.get(accountId) ?? new Set();
    const own = [...streams].filter(({ listener }) => listener.credential.id === credential.id);
    if (own.length >= STREAMS_A_CREDENTIAL || streams.size >= STREAMS_AN_ACCOUNT) {
      throw new TooManyRequests(HEARTBEAT_MS / 1_000);
    }
    // Counted before the state is read, so that nothing falls between the two.
    this.streams.set(accountId, streams.add(stream));
    stream.onLeft(() => {
      streams.delete(stream);
      if (streams.size === 0 && this.streams.get(accountId) === streams) this.streams.delete(accountId);
    });
    await this.listener.ready();
    const state = await this.openings.run(() => this.state(stream));
    const [may] = await this.mayHear([stream]);
    if (stream.hasLeft) return;
    if (may === undefined || this.closing) throw new Unavailable(1);
    stream.begin(state, Date.now());
    stream.beatAt = Date.now() + HEARTBEAT_MS;
    for (const [source, key] of stream.whileOpening) this.gather(source, accountId, [key]);
  }

  private async state({ listener, since, isOver }: LiveStream): Promise<LiveEvent[]> {
    // Whoever left while it waited for its turn is not worth a question.
    if (isOver) return [];
    const state: LiveEvent[] = [];
    for (const source of this.sources.values())
      state.push(...(await source.current(listener.accountId, since)));
    return state;
  }

  private streamsOf(accountIds: readonly string[]): LiveStream[] {
    return accountIds.flatMap((accountId) => Array.from(this.streams.get(accountId) ?? []));
  }

  private endAll(): void {
    for (const streams of this.streams.values()) for (const stream of streams) stream.end();
    this.streams.clear();
  }

  private hear(payload: string): void {
    const [source = '', accountId = '', keys = ''] = payload.split(' ');
    const streams = this.streams.get(accountId);
    if (streams === undefined) return;
    if (source === ACCESS) void this.lookAgain([...streams]);
    else this.gather(source, accountId, keys.split(','));
  }

  /** Ends those of the streams whose listeners may no longer hear them. What is being read for them is asked about once more. */
  private async lookAgain(streams: readonly LiveStream[]): Promise<void> {
    for (const stream of streams) stream.doubts += 1;
    try {
      await this.mayHear(streams);
    } catch {
      // The database is away. What cannot be asked is not taken for granted: whoever may will open it again.
      for (const stream of streams) stream.end();
    }
  }

  /** Those of the streams whose listeners may hear what was read before. The others are ended. */
  private async mayHear(streams: readonly LiveStream[]): Promise<LiveStream[]> {
    const may: LiveStream[] = [];
    let asked = streams.filter(({ isOver }) => !isOver);
    while (asked.length > 0) {
      const before = asked.map(({ doubts }) => doubts);
      const standings = await this.standings(asked.map(({ listener }) => listener.credential));
      const again: LiveStream[] = [];
      for (const [index, stream] of asked.entries()) {
        if (stream.isOver) continue;
        // The answer may be older than what was announced meanwhile.
        if (stream.doubts !== before[index]) again.push(stream);
        else if (stream.mayHear(standings.get(stream.listener.credential.id))) may.push(stream);
        else stream.refuse();
      }
      asked = again;
    }
    return may;
  }

  /** Heartbeats that are due; with each it is asked whether the listener is still signed in, and when a session runs out. */
  private async beat(): Promise<void> {
    const now = Date.now();
    const asked: LiveStream[] = [];
    for (const stream of this.streamsOf(this.openAccounts())) {
      const isDue = stream.isOpen && stream.beatAt <= now;
      if (isDue) {
        stream.beatAt += HEARTBEAT_MS;
        stream.beat();
      }
      if (isDue || stream.until <= now) asked.push(stream);
    }
    // The database is away: the next heartbeat asks again, and nothing else is told meanwhile.
    await this.mayHear(asked).catch(() => undefined);
  }

  /** Gathers the changes of a moment, so that each is read once. */
  private gather(source: string, accountId: string, keys: readonly string[]): void {
    this.gathered.add(source, accountId, keys);
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.gathered.moveTo(this.waiting);
      this.readWaiting();
    }, GATHER_MS);
  }

  /**
   * As much as may be read at once; the rest when one of that is done. An account is in one reading at a time: of two, the older figure might
   * be told last.
   */
  private readWaiting(): void {
    while (this.readings < READINGS_AT_ONCE) {
      const next = this.waiting.take(TOGETHER, this.beingRead);
      if (next === undefined) return;
      const accountIds = [...next.changes.keys()];
      this.readings += 1;
      for (const accountId of accountIds) this.beingRead.add(accountId);
      void this.tell(next.source, next.changes).finally(() => {
        this.readings -= 1;
        for (const accountId of accountIds) this.beingRead.delete(accountId);
        this.readWaiting();
      });
    }
  }

  private async tell(name: string, changes: LiveChanges): Promise<void> {
    const source = this.sources.get(name);
    if (source === undefined || this.closing) return;
    const streams = this.streamsOf([...changes.keys()]);
    for (const stream of streams.filter(({ isOpen }) => !isOpen)) {
      for (const key of changes.get(stream.listener.accountId) ?? []) stream.whileOpening.push([name, key]);
    }
    const open = streams.filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    try {
      const events = await readChanges(source, changes);
      for (const stream of await this.mayHear(open)) {
        stream.tell(events.get(stream.listener.accountId) ?? [], Date.now());
      }
    } catch (error) {
      this.logger.warn(
        `a change could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      // The streams open again and catch up.
      for (const stream of open) stream.end();
    }
  }
}

async function readChanges(
  source: LiveSource,
  changes: LiveChanges,
): Promise<ReadonlyMap<string, readonly LiveEvent[]>> {
  if (source.changedTogether !== undefined) return source.changedTogether(changes);
  const events = new Map<string, readonly LiveEvent[]>();
  for (const [accountId, keys] of changes) events.set(accountId, await source.changed(accountId, keys));
  return events;
}
