import { createServer } from 'node:net';

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/**
 * `preferred` if it is free, else any. Below the range from which systems take the ports of outgoing connections: the
 * server must find the same one free again after a crash.
 */
export async function freePort(preferred: number | undefined): Promise<number> {
  const wanted = preferred === undefined ? [] : [preferred];
  const others = Array.from({ length: 20 }, () => 15_432 + Math.floor(Math.random() * 10_000));
  for (const port of [...wanted, ...others, 0]) {
    const free = await tryPort(port);
    if (free !== undefined) return free;
  }
  throw new Error('No TCP port is free on 127.0.0.1.');
}
