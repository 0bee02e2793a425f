import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveStreamState, openLiveStream } from './live-stream';

/** Stands for the browser's connection, which the DOM of these tests does not have. */
class Connection extends EventTarget {
  static all: Connection[] = [];
  static readonly CLOSED = 2;
  closed = false;
  readyState = 0;
  constructor(readonly url: string) {
    super();
    Connection.all.push(this);
  }
  close() {
    this.closed = true;
  }
  says(data: string, event = 'usage', lastEventId = '') {
    this.dispatchEvent(new MessageEvent(event, { data, lastEventId }));
  }
  breaks() {
    this.dispatchEvent(new Event('error'));
  }
  /** As after an answer that is no stream. */
  isRefused() {
    this.readyState = Connection.CLOSED;
    this.breaks();
  }
}

const latest = () => Connection.all.at(-1)!;
let states: LiveStreamState[];
let heard: string[];
let looked: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Connection);
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  Connection.all = [];
  states = [];
  heard = [];
  looked = 0;
  stop = openLiveStream({
    url: '/api/live',
    events: ['usage', 'notification'],
    onEvent: (event, data) => heard.push(event === 'usage' ? data : `${event} ${data}`),
    onState: (state) => states.push(state),
    onLookAgain: () => (looked += 1),
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('is open once data has come, and stays so while nothing but heartbeats come', () => {
  expect(states).toEqual([]);
  latest().says('1');
  for (let quarter = 0; quarter < 240; quarter += 1) {
    vi.advanceTimersByTime(15_000);
    latest().says('{}', 'heartbeat');
  }
  latest().says('2');
  expect(states).toEqual(['open']);
  expect(heard).toEqual(['1', '2']);
  expect(Connection.all).toHaveLength(1);
});

test('tells each event by its name, and none that nobody asked for', () => {
  latest().says('1');
  latest().says('2', 'notification');
  latest().says('3', 'weather');
  expect(heard).toEqual(['1', 'notification 2']);
});

test('is lost, and opened again, when not even heartbeats come', () => {
  latest().says('1');
  vi.advanceTimersByTime(39_000);
  expect(states).toEqual(['open']);
  vi.advanceTimersByTime(2_500);
  expect(states).toEqual(['open', 'lost']);
  expect(Connection.all).toHaveLength(2);
});

test('connects again after growing pauses, at most 15 seconds', () => {
  const pauses = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000];
  for (const [index, pause] of pauses.entries()) {
    latest().breaks();
    vi.advanceTimersByTime(pause - 1);
    expect(Connection.all).toHaveLength(index + 1);
    vi.advanceTimersByTime(1);
    expect(Connection.all).toHaveLength(index + 2);
  }
  latest().says('back');
  expect(states.at(-1)).toBe('open');
});

test('a connection that says nothing is given up', () => {
  const first = latest();
  vi.advanceTimersByTime(6_000);
  expect(states).toEqual(['lost']);
  expect(first.closed).toBe(true);
});

test('tries at once when the network is back', () => {
  for (let time = 0; time < 5; time++) {
    latest().breaks();
    vi.advanceTimersByTime(15_000);
  }
  latest().breaks();
  const tried = Connection.all.length;
  window.dispatchEvent(new Event('online'));
  expect(Connection.all).toHaveLength(tried + 1);
});

test('a page that is left keeps no connection, and one that is come back to gets a new one', () => {
  latest().says('1');
  const passes = (type: string, persisted: boolean) =>
    dispatchEvent(Object.assign(new Event(type), { persisted }));
  passes('pagehide', true);
  vi.advanceTimersByTime(120_000);
  expect(Connection.all.map(({ closed }) => closed)).toEqual([true]);
  passes('pageshow', true);
  latest().says('2');
  expect(heard).toEqual(['1', '2']);
  // As every page does when it is first shown.
  passes('pageshow', false);
  expect(Connection.all.map(({ closed }) => closed)).toEqual([true, false]);
});

test('goes on where it was: the last position that was told, by whatever event', () => {
  latest().says('1', 'usage', 'a');
  latest().breaks();
  vi.advanceTimersByTime(1_000);
  expect(latest().url).toBe('/api/live?lastEventId=a');
  latest().says('2', 'notification', 'b.0123abcd&c');
  latest().says('{}', 'heartbeat');
  latest().breaks();
  vi.advanceTimersByTime(2_000);
  expect(latest().url).toBe('/api/live?lastEventId=b.0123abcd%26c');
});

test('has it asked who is signed in when it is refused, ended for who is not, or opened again', () => {
  latest().says('1');
  latest().breaks();
  vi.advanceTimersByTime(1_000);
  latest().says('2');
  // What was changed meanwhile was not told.
  expect(looked).toBe(1);
  const first = latest();
  first.says('{}', 'access');
  expect([first.closed, states.at(-1)]).toEqual([true, 'lost']);
  // Then it is asked who is signed in, and only after that tried again.
  vi.advanceTimersByTime(2_000);
  expect([looked, latest()]).toEqual([2, first]);
  vi.advanceTimersByTime(2_000);
  expect(latest()).not.toBe(first);
  latest().isRefused();
  vi.advanceTimersByTime(8_000);
  expect(looked).toBe(3);
  latest().says('back');
  expect(looked).toBe(4);
  expect(states.at(-1)).toBe('open');
});

test('a thousand dashboards come back spread over a second at least', () => {
  latest().breaks();
  vi.mocked(Math.random).mockReturnValue(0);
  vi.advanceTimersByTime(1_000);
  latest().breaks();
  vi.advanceTimersByTime(1_000);
  expect(Connection.all).toHaveLength(3);
  vi.mocked(Math.random).mockReturnValue(0.999);
  latest().breaks();
  vi.advanceTimersByTime(5_990);
  expect(Connection.all).toHaveLength(3);
  vi.advanceTimersByTime(10);
  expect(Connection.all).toHaveLength(4);
});

test('nothing goes on once stopped', () => {
  latest().breaks();
  stop();
  vi.advanceTimersByTime(60_000);
  window.dispatchEvent(new Event('online'));
  expect(Connection.all).toHaveLength(1);
});
