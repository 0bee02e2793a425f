import { SettingsError } from './config/settings.js';
import { EmbeddedDatabaseError } from './database/embedded/embedded-database-error.js';
import { isDatabaseUnavailable } from './database/unavailable.js';

/** What to say about a start that failed: one line that names the cause where it is known. */
export function explainStart(error: unknown): string {
  if (error instanceof SettingsError || error instanceof EmbeddedDatabaseError) return error.message;
  const { code, port, syscall } = error as { code?: string; port?: number; syscall?: string };
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && port === undefined && syscall === 'getaddrinfo')) {
    return `HOST or DATABASE_URL names an address that this machine does not know: ${(error as Error).message}`;
  }
  // Class 28: not let in; 3D000: no such database.
  if (/^28|^3D000$/.test(code ?? ''))
    return `DATABASE_URL is refused by the database: ${(error as Error).message}`;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT to another.`;
  if (isDatabaseUnavailable(error)) return `DATABASE_URL cannot be reached: ${(error as Error).message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
