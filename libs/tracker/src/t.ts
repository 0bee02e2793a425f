/**
 * Counts views, clicks and engaged time of the page it is on, for the card that its own tag names:
 *
 *     <script defer src="https://HOST/t.js" data-card="SLUG"></script>
 *
 * It keeps nothing on the device (no cookie, no storage), sends nothing for a visitor who asks not to be tracked, and is
 * a spectator only: it stops no event, delays no link and lets no exception out. It has to stay under 1,024 bytes
 * gzipped, so some things are written the short way; where that hides something, a comment tells.
 */
type EventType = 'view' | 'click' | 'engagement';

interface TrackEvent {
  id: string;
  type: EventType;
  age: number;
}

interface TrackBody {
  card: string;
  visit: string;
  events: TrackEvent[];
}

interface Privacy {
  doNotTrack?: string | null;
  globalPrivacyControl?: boolean;
}

// A visitor's page matters more than a count: whatever fails here fails silently.
try {
  const page = document as Document & { prerendering?: boolean } & Record<string, unknown>;
  const tag = page.currentScript as HTMLScriptElement;
  const card = tag.dataset['card'];
  // Two copies of the script on one page count once for each card.
  const mark = 'card:' + card;
  const browser: Privacy = navigator;

  if (
    card &&
    !(
      page[mark] ||
      // "1" > 0, unlike null, undefined and "unspecified".
      (browser.doNotTrack as unknown as number) > 0 ||
      ((window as Privacy).doNotTrack as unknown as number) > 0 ||
      browser.globalPrivacyControl
    )
  ) {
    page[mark] = 1;
    const address = new URL('/api/track', tag.src);

    /** What the server has not acknowledged, oldest first, in memory only. */
    let pending: TrackBody[] = [];
    /** The body that events are still added to; none once it was sent, for what it holds must not change any more. */
    let open: TrackBody | 0 = 0;
    /** Set while the line is taken: the time-out of the request under way, or the wait after a failure. */
    let line: ReturnType<typeof setTimeout> | undefined | void;
    let patience = 500;
    let visit = '';
    /** Milliseconds of the visit's engaged time that were told so far. */
    let told = 0;
    /** When this visit would have begun, had it been visible without a break; 0 while the page cannot be seen. */
    let since = 0;
    let clock: ReturnType<typeof setTimeout> | undefined;

    // Not Date: a wrong clock, or one put right meanwhile, must not make time.
    const now = () => performance.now();

    const add = (
      type: EventType,
      more: object,
      at = now(),
      // crypto.randomUUID exists in secure contexts only, so there has to be this way anyhow.
      id = '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
        (
          (digit as unknown as number) ^
          ((crypto.getRandomValues(new Uint8Array(1)) as unknown as number) &
            (15 >> ((digit as unknown as number) / 4)))
        ).toString(16),
      ),
    ) => {
      // A visit is named by its first event, the view.
      visit = visit || id;
      if (!pending[19]) {
        if (!open || open.events[39]) pending.push((open = { card, visit, events: [] } as TrackBody));
        open.events.push({
          id,
          type,
          // Read whenever the body is written; >>> 0 rounds down to an integer.
          get age() {
            return (now() - at) >>> 0;
          },
          ...more,
        });
      }
    };

    // A string body is text/plain, which needs no preflight from another origin. Being async, this cannot throw.
    const post = async (body: TrackBody) => {
      let wait;
      try {
        const response = await fetch(address, {
          method: 'POST',
          body: JSON.stringify(body),
          keepalive: true,
        });
        // Stored, or refused for good. The remainder is 0 for 429.
        if (response.status < 500 && response.status % 429) {
          pending = pending.filter((one) => one !== body);
          patience = 500;
          return send(1);
        }
        wait = (response.headers.get('retry-after') as unknown as number) * 1000;
      } catch {}
      clearTimeout(line as number);
      // Chance keeps visitors that failed together from coming back together.
      line = setTimeout(send, Math.random() * 1000 + (wait || (patience = Math.min(patience * 2, 30000))), 1);
    };

    /** Sends the oldest body if the line is free; when forced, also if it is not, for an id counts once anyhow. */
    const send = (force?: unknown) => {
      if (force) line = clearTimeout(line as number);
      // What has waited for a day is refused by the server; and nothing more may be added to it.
      pending = pending.filter((body) => body.events[0]!.age < 86400000 || (open = 0));
      if (!line && pending[0]) {
        // A request that is never answered must not hold the line for ever.
        line = setTimeout(send, 30000, 1);
        if (open === pending[0]) open = 0;
        void post(pending[0]);
      }
    };

    /** Tells the engaged time: after 5, 15, 35, 75 seconds of it, then every minute, and when leaving. */
    const pulse = (leaving?: unknown) => {
      const engagedMs = since && (now() - since) >>> 0;
      // A few milliseconds may pass between look and here; they are not worth a request.
      if (engagedMs > told + 9) add('engagement', { engagedMs: (told = engagedMs) });
      clearTimeout(clock);
      if (leaving) {
        since = 0;
        // What becomes of a beacon is never known: its events stay pending, in case the page is seen again.
        void pending.map((body) => navigator.sendBeacon(address, JSON.stringify(body)) || post(body));
        open = 0;
      } else {
        clock = setTimeout(pulse, Math.min(told + 5000, 60000));
        send();
      }
    };

    const look = () => {
      if (page.hidden || page.prerendering) {
        if (since) pulse(1);
      } else if (!since) {
        if (!visit) {
          told = 0;
          add('view', { url: page.URL.slice(0, 4096), referrer: page.referrer.slice(0, 4096) });
        }
        send(1);
        // A coarse clock may say 0.
        since = now() - told || 0.1;
        pulse();
      }
    };

    const click = (event: MouseEvent) => {
      const target = event
        .composedPath()
        .map((node) => (node as HTMLElement).dataset && (node as HTMLElement).dataset['track'])
        // The slugs that the server takes, at most 64 characters: anything else would have the whole body refused.
        .find((name) => name && !name[64] && /^[a-z\d]([-_]?[a-z\d])*$/.test(name));
      // 1 is the middle button; the right one activates nothing.
      if (target && visit && event.button < 2) {
        add('click', { target });
        send();
      }
    };

    // On the window and capturing: before anything on the page could stop the event, and inside open shadow roots.
    const on = (type: string, listener: (event: never) => void) =>
      addEventListener(
        type,
        (event) => {
          try {
            listener(event as never);
          } catch {}
        },
        { capture: true, passive: true },
      );

    on('click', click);
    on('auxclick', click);
    on('visibilitychange', look);
    on('prerenderingchange', look);
    on('pagehide', () => {
      pulse(1);
      visit = '';
    });
    on('pageshow', look);
    on('online', send);
    look();
  }
} catch {}
