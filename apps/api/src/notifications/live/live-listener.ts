import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const RECONNECT_MS = 1_000;
const ASK_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 10_000;
/** A goodbye to which nobody answers is not waited for. */
const GOODBYE_MS = 1_000;

interface Heard {
  onNotice(payload: string): void;
  /** What is announced from now on, until the connection is there again, is not heard. */
  onLost(): void;
}

/**
 * A connection of its own that listens to a channel of the database's notifications, and is made anew when it breaks. A line that
 * something on the way has dropped is as silent as one on which nothing is announced: it is asked now and then, and lost without an answer.
 */
export class LiveListener {
  private client: Client | undefined;
  private reconnect: NodeJS.Timeout | undefined;
  private closing = false;
  private isListening = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly channel: string,
    private readonly heard: Heard,
  ) {}

  async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'num-ecard live',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWER_WITHIN_MS,
    });
    const lost = (): void => {
      if (this.closing || this.client !== client) return;
      this.client = undefined;
      this.isListening = false;
      this.heard.onLost();
      this.reconnect = setTimeout(() => void this.listen(), RECONNECT_MS);
    };
    const giveUp = (): void => {
      lost();
      // In the middle of a question it breaks the line, and waits for no goodbye.
      client.end().catch(() => undefined);
    };
    this.client = client;
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => this.heard.onNotice(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.isListening = true;
      this.letGo();
      void this.ask(client).catch(() => giveUp());
    } catch {
      giveUp();
    }
  }

  /** Until it is another's turn. @throws when no answer comes */
  private async ask(client: Client): Promise<void> {
    while (this.client === client && !this.closing) {
      await client.query('SELECT 1');
      await sleep(ASK_EVERY_MS, undefined, { ref: false });
    }
  }

  /** Until it listens, or is closed. What is read after that misses nothing. */
  async ready(): Promise<void> {
    if (!this.isListening && !this.closing) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    this.closing = true;
    this.letGo();
    clearTimeout(this.reconnect);
    const goodbye = this.client?.end().catch(() => undefined);
    await Promise.race([goodbye, sleep(GOODBYE_MS, undefined, { ref: false })]);
  }

  private letGo(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting = [];
  }
}
