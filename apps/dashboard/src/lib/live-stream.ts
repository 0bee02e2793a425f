/**
 * A server-sent event stream that stays up: reopened by itself with growing pauses, closed while nobody looks at the
 * page (a browser allows six HTTP/1.1 connections to a server, over all its tabs), opened again when it is shown.
 */

/** `connecting` at first, `open` once data has come, `lost` from a failure until data comes again. */
export type LiveStreamState = 'connecting' | 'open' | 'lost';

interface LiveStreamOptions {
  url: string;
  /** Names of the events to listen to. */
  events: readonly string[];
  /** @param data as text */
  onEvent(event: string, data: string): void;
  onState(state: LiveStreamState): void;
}

/** The server speaks as soon as it is connected; silence for so long means that something on the way holds it back. */
const SILENCE_MS = 6_000;
/** Then it sends a heartbeat every 15 s: after two that did not come, the line is dead though nobody said so. */
const DEAD_MS = 40_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** A stream that broke sooner than this was not really up: the pauses go on growing. */
const STABLE_MS = 10_000;
const HIDDEN_MS = 60_000;

/** Opens the stream; the answer closes it for good. */
export function openLiveStream({ url, events, onEvent, onState }: LiveStreamOptions): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let openedAt = 0;
  let hiddenAt = 0;

  function disconnect() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  function connect() {
    disconnect();
    openedAt = 0;
    source = new EventSource(url);
    for (const event of events) {
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        heard();
        onEvent(event, data);
      });
    }
    source.addEventListener('heartbeat', heard);
    source.addEventListener('error', fail);
    timer = setTimeout(fail, SILENCE_MS);
  }

  function heard() {
    clearTimeout(timer);
    timer = setTimeout(fail, DEAD_MS);
    if (openedAt > 0) return;
    openedAt = Date.now();
    onState('open');
  }

  // The browser would also reconnect by itself, but at a fixed pace, and never after an error answer.
  function fail() {
    disconnect();
    failures = openedAt > 0 && Date.now() - openedAt > STABLE_MS ? 1 : failures + 1;
    onState('lost');
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    // Spread, so that a restarted server does not see everybody at once.
    timer = setTimeout(connect, pause * (0.75 + Math.random() / 2));
  }

  function onVisibility() {
    clearTimeout(hiddenTimer);
    if (document.visibilityState === 'hidden') {
      hiddenAt = Date.now();
      hiddenTimer = setTimeout(disconnect, HIDDEN_MS);
      return;
    }
    // After a long sleep the connection may be dead without anybody having said so, and the timer never ran.
    const slept = hiddenAt > 0 && Date.now() - hiddenAt > HIDDEN_MS;
    if (slept || source === undefined || openedAt === 0) reconnect();
  }

  function reconnect() {
    failures = 0;
    connect();
  }

  // A page that is kept for a way back would keep its connection, too: after six such pages no other gets one.
  function onShow({ persisted }: PageTransitionEvent) {
    if (persisted) reconnect();
  }

  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', onShow);
  window.addEventListener('online', reconnect);
  connect();

  return () => {
    disconnect();
    clearTimeout(hiddenTimer);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', disconnect);
    window.removeEventListener('pageshow', onShow);
    window.removeEventListener('online', reconnect);
  };
}
