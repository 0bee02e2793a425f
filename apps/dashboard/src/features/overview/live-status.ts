import type { LiveStreamState } from '../../lib/live-stream';

export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

interface Signs {
  online: boolean;
  stream: LiveStreamState;
  /** Whether the latest look by polling brought figures; undefined while none has ended since the stream was lost. */
  polled: boolean | undefined;
}

/** What the owner is told. Figures that polling keeps fresh are as live as those of a stream. */
export function liveStatus({ online, stream, polled }: Signs): LiveStatus {
  if (!online) return 'offline';
  if (stream === 'open' || polled === true) return 'live';
  return stream === 'lost' ? 'reconnecting' : 'connecting';
}
