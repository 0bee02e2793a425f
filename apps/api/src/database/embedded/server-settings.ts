/**
 * What the server runs with, for a machine of two cores and 2 GB up. Passed on the command line and not written to
 * postgresql.conf, so that a new release of this file counts for a database that exists already.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',

  // Durable: an acknowledged commit survives a power cut.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  random_page_cost: '1.1',
  max_parallel_workers: '2',
  jit: 'off',

  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',

  // The log is for the server's own life. Statements, their errors and the DETAIL lines carry personal data (names,
  // telephone numbers), and the application reports its own failed queries: level "log" leaves out both.
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
};

/** Arguments for `postgres`: our settings, then `overrides`, then the port. */
export function serverArguments(
  directory: string,
  port: number,
  overrides: Readonly<Record<string, string>>,
): string[] {
  const settings = { ...SETTINGS, ...overrides, port: String(port) };
  return [
    '-D',
    directory,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/**
 * The whole environment of every PostgreSQL program. Nothing of ours, which holds secrets and may hold a PGDATA or a
 * PGPORT; what Windows cannot do without, Node adds there by itself.
 */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? {} : { PATH: '/usr/bin:/bin' }),
};
