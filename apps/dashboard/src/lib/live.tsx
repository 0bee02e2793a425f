import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react';
import { type LiveStreamState, openLiveStream } from './live-stream';

/** What the one stream of the signed-in pages brings. */
const EVENTS = ['usage', 'notification', 'recommendation'] as const;
type LiveEventName = (typeof EVENTS)[number];
type Listener = (data: string) => void;

interface LiveStatus {
  readonly state: LiveStreamState;
  /** Since when, in milliseconds. */
  readonly since: number;
  /** How often it was opened: from the second time on, something may have been said meanwhile. */
  readonly opened: number;
}

const UNOPENED: LiveStatus = { state: 'connecting', since: 0, opened: 0 };

type Listen = (event: LiveEventName, listener: Listener) => () => void;

const Stream = createContext<Listen | undefined>(undefined);
const Status = createContext(UNOPENED);

function createListeners() {
  const all = new Map<string, Set<Listener>>();
  const listen: Listen = (event, listener) => {
    const listeners = all.get(event) ?? new Set();
    all.set(event, listeners.add(listener));
    return () => void listeners.delete(listener);
  };
  const tell = (event: string, data: string) => {
    for (const listener of all.get(event) ?? []) listener(data);
  };
  return { listen, tell };
}

interface LiveProps {
  /** Without a card nothing is ever said, and silence would be taken for a broken line. */
  open: boolean;
  /** Who is signed in, and with which model, must be asked again. */
  onLookAgain(): void;
  children: ReactNode;
}

/** One stream for every part of the page: a browser allows six connections to a server, over all its tabs. */
export function Live({ open, onLookAgain, children }: LiveProps) {
  const [{ listen, tell }] = useState(createListeners);
  const [status, setStatus] = useState(UNOPENED);
  const lookAgain = useEffectEvent(onLookAgain);
  useEffect(() => {
    if (!open) return undefined;
    return openLiveStream({
      url: '/api/live',
      events: EVENTS,
      onEvent: tell,
      onLookAgain: () => lookAgain(),
      onState: (state) =>
        setStatus((before) =>
          before.state === state && state !== 'open'
            ? before
            : {
                state,
                since: before.state === state ? before.since : Date.now(),
                opened: before.opened + (state === 'open' ? 1 : 0),
              },
        ),
    });
  }, [open, tell]);
  return (
    <Stream value={listen}>
      <Status value={status}>{children}</Status>
    </Stream>
  );
}

/** @param onData is given the event's data as text */
export function useLiveEvent(event: LiveEventName, onData: Listener): void {
  const listen = use(Stream);
  const hear = useEffectEvent(onData);
  useEffect(() => listen?.(event, (data) => hear(data)), [listen, event]);
}

/** Whether the stream is up, and since when it is so. */
export function useLiveStatus(): LiveStatus {
  return use(Status);
}
