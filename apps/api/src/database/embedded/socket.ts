import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a socket's address holds on the narrowest of the systems, its last byte left out. */
const MAX_BYTES = 103;

const socketFile = (home: string, port: number): string => join(home, `.s.PGSQL.${port}`);

/**
 * The folder for the server's Unix-domain socket: the database's own, which only its users can enter. Undefined where there is
 * none of these sockets or the path is none for them.
 */
export function socketFolder(home: string): string | undefined {
  const plain = process.platform !== 'win32' && !/[",'\\\n]/.test(home);
  return plain && Buffer.byteLength(socketFile(home, 65_535)) <= MAX_BYTES ? home : undefined;
}

/** Whether the server listens there: one that another release has started may not. */
export function hasSocket(home: string, port: number): boolean {
  return socketFolder(home) !== undefined && existsSync(socketFile(home, port));
}
