import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.js';

export interface CuttableLine {
  readonly url: string;
  readonly cut: () => void;
  readonly mend: () => Promise<void>;
  /** Carries nothing more over the connections there are and breaks none, as a firewall that has forgotten them; new ones work. */
  readonly mute: () => void;
  readonly close: () => void;
}

/** A line to the database that can be cut: what a database that is stopped looks like from the application. */
export async function cuttableLine(databaseUrl: string): Promise<CuttableLine> {
  const { hostname, port } = new URL(databaseUrl);
  const own = await freePort();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => end.destroy()).on('close', () => sockets.delete(end));
    }
    socket.pipe(onward).pipe(socket);
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  });
  const mend = (): Promise<void> => new Promise((resolve) => server.listen(own, '127.0.0.1', resolve));
  const cut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  const mute = (): void => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  await mend();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${own}`;
  return { url: url.href, cut, mend, mute, close: cut };
}
