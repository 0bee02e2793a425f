import { expect, test } from 'vitest';
import { liveStatus } from './live-status';

test.each([
  [{ online: true, stream: 'connecting', polled: undefined }, 'connecting'],
  [{ online: true, stream: 'open', polled: undefined }, 'live'],
  [{ online: true, stream: 'lost', polled: undefined }, 'reconnecting'],
  [{ online: true, stream: 'lost', polled: false }, 'reconnecting'],
  // Streams are blocked, polling brings the figures.
  [{ online: true, stream: 'lost', polled: true }, 'live'],
  [{ online: false, stream: 'open', polled: true }, 'offline'],
] as const)('%j is %s', (signs, status) => {
  expect(liveStatus(signs)).toBe(status);
});
