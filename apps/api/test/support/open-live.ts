import type { Client } from './client.js';

/** An open stream, the data of its events gathered as they come. */
export interface OpenLive {
  of(event: string): unknown[];
  close(): void;
}

export async function openLive(client: Client, url: string): Promise<OpenLive> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/live`, {
    headers: { cookie: client.cookieHeader() },
    signal: abort.signal,
  });
  if (response.status !== 200) throw new Error(`the stream answered ${response.status}`);
  const events: { event: string; data: unknown }[] = [];
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event = '', data = ''] = /^event: (.+)\ndata: (.+)$/m.exec(block) ?? [];
        if (event !== '') events.push({ event, data: JSON.parse(data) as unknown });
      }
    }
  };
  void read().catch(() => undefined);
  return {
    of: (event) => events.filter((one) => one.event === event).map(({ data }) => data),
    close: () => abort.abort(),
  };
}
