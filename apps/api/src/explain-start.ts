import { SettingsError } from './config/settings.js';
import { EmbeddedDatabaseError } from './database/embedded/embedded-database-error.js';
import { isDatabaseUnavailable } from './database/unavailable.js';

/** What to say about a start that failed: one line that names the cause where it is known. */
export function explainStart(error: unknown): string {
  if (error instanceof SettingsError || error instanceof EmbeddedDatabaseError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT to another.`;
  if (isDatabaseUnavailable(error)) return `DATABASE_URL cannot be reached: ${(error as Error).message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
