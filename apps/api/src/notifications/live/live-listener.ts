import { Client } from 'pg';

const RECONNECT_MS = 1_000;

interface Heard {
  onNotice(payload: string): void;
  /** What is announced from now on, until the connection is there again, is not heard. */
  onLost(): void;
}

/** A connection of its own that listens to a channel of the database's notifications, and is made anew when it breaks. */
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
      connectionTimeoutMillis: 5_000,
    });
    const lost = (): void => {
      if (this.closing || this.client !== client) return;
      this.client = undefined;
      this.isListening = false;
      this.heard.onLost();
      this.reconnect = setTimeout(() => void this.listen(), RECONNECT_MS);
    };
    this.client = client;
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => this.heard.onNotice(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.isListening = true;
      this.letGo();
    } catch {
      lost();
      await client.end().catch(() => undefined);
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
    await this.client?.end().catch(() => undefined);
  }

  private letGo(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting = [];
  }
}
