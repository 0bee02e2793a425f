/**
 * A server-sent event stream that stays up: reopened by itself with growing pauses, where it was, closed while nobody looks at the
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
  /**
   * Who is signed in, and with which model, may be something else by now: it was refused, or ended because of that, or opened again
   * after a while in which nothing was told.
   */
  onLookAgain(): void;
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
export function openLiveStream({
  url,
  events,
  onEvent,
  onState,
  onLookAgain,
}: LiveStreamOptions): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let openedAt = 0;
  let hiddenAt = 0;
  let lastEventId = '';
  let wasOpen = false;

  function disconnect() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  function connect() {
    disconnect();
    openedAt = 0;
    // A new connection sends no `Last-Event-ID` of its own.
    const opened = new EventSource(
      lastEventId === '' ? url : `${url}?lastEventId=${encodeURIComponent(lastEventId)}`,
    );
    source = opened;
    for (const event of events) {
      opened.addEventListener(event, (message: MessageEvent<string>) => {
        heard(message);
        onEvent(event, message.data);
      });
    }
    opened.addEventListener('heartbeat', heard);
    opened.addEventListener('access', () => fail(true));
    // The browser itself would try again after a broken line, but not after an answer that is no stream.
    opened.addEventListener('error', () => fail(opened.readyState === EventSource.CLOSED));
    timer = setTimeout(fail, SILENCE_MS, false);
  }

  function heard({ lastEventId: id }: MessageEvent<string>) {
    if (id !== '') lastEventId = id;
    clearTimeout(timer);
    timer = setTimeout(fail, DEAD_MS, false);
    if (openedAt > 0) return;
    openedAt = Date.now();
    onState('open');
    if (wasOpen) onLookAgain();
    wasOpen = true;
  }

  // The browser would also reconnect by itself, but at a fixed pace, and never after an error answer.
  function fail(isRefused: boolean) {
    disconnect();
    failures = openedAt > 0 && Date.now() - openedAt > STABLE_MS ? 1 : failures + 1;
    onState('lost');
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    if (!isRefused) return later(connect, pause);
    // Whoever signs out here is gone by then. Whoever was signed out is led away before it is tried again: the browser itself
    // complains on the console of every 401.
    later(() => {
      onLookAgain();
      later(connect, pause);
    }, pause);
  }

  /** Spread, so that a restarted server does not see everybody at once. */
  function later(work: () => void, pause: number) {
    timer = setTimeout(work, pause * (0.5 + Math.random()));
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
