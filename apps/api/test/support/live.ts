import { setTimeout as sleep } from 'node:timers/promises';

/** One event as it came. */
export interface Told {
  readonly id: string;
  readonly event: string;
  // An event may carry anything: the test says what it must be.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

export interface OpenedStream {
  /** All but heartbeats, as they came. */
  readonly told: readonly Told[];
  readonly of: (event: string) => readonly Told[];
  readonly close: () => void;
  /** Once nothing comes any more. */
  readonly ended: Promise<void>;
  readonly isOver: () => boolean;
}

/** An open stream, its events gathered as they come. @param headers who asks, and how far they had come */
export async function openLive(
  url: string,
  headers: Readonly<Record<string, string>>,
  query = '',
): Promise<OpenedStream> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/live${query}`, { headers, signal: abort.signal });
  if (response.status !== 200) throw new Error(`it answered ${response.status}: ${await response.text()}`);
  const told: Told[] = [];
  let over = false;
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(block)?.[1] ?? '';
        const event = field('event');
        if (event !== '' && event !== 'heartbeat')
          told.push({ id: field('id'), event, data: JSON.parse(field('data')) });
      }
    }
  };
  const ended = read()
    .catch(() => undefined)
    .then(() => void (over = true));
  return {
    told,
    of: (event) => told.filter((one) => one.event === event),
    close: () => abort.abort(),
    ended,
    isOver: () => over,
  };
}

/** Fails after a while that is far longer than anything takes. */
export async function until(condition: () => boolean, what = 'it'): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (condition()) return;
    await sleep(25);
  }
  throw new Error(`${what} did not come within ten seconds`);
}
