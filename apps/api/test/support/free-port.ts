import { createServer } from 'node:net';

/**
 * Below what the system gives to connections and to servers that do not care (from 32768 on under Linux, 49152 under macOS): a port that
 * is free now is still free when a program, which may take seconds to start, comes to listen on it.
 */
const PORTS = { from: 10_240, to: 32_767 };
/** More than test files ever run at once: each of them draws from ports of its own. */
const SHARES = 16;

const given = new Set<number>();

/** A port of 127.0.0.1 that nobody listens on, and that no other test is given meanwhile. */
export async function freePort(): Promise<number> {
  const share = Number(process.env['VITEST_POOL_ID'] ?? 0) % SHARES;
  for (;;) {
    const rounds = Math.floor((PORTS.to - PORTS.from) / SHARES);
    const port = PORTS.from + SHARES * Math.floor(Math.random() * rounds) + share;
    if (!given.has(port) && (await isFree(port))) {
      given.add(port);
      return port;
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
